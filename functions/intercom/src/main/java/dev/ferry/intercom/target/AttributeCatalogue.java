package dev.ferry.intercom.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The attributes that Ferry makes where a mapping uses them and the workspace has none.
///
/// *Shape*: `{contact: {name: type}, company: ..., conversation: ...}` in YAML, where a type is `string`,
/// `integer`,
/// `decimal`, `boolean`, `date`, `datetime`, or a list of texts for one of these.
record AttributeCatalogue(List<Attribute> attributes) {
    AttributeCatalogue {
        attributes = List.copyOf(attributes);
    }

    /// *Errors*: `CONFIGURATION` for a document of another shape.
    static AttributeCatalogue parse(String yaml) {
        List<Attribute> attributes = new ArrayList<>();
        Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        members(root)
                .forEach((model, names) -> members(names)
                        .forEach((name, type) ->
                                attributes.add(attribute(String.valueOf(model), String.valueOf(name), type))));
        return new AttributeCatalogue(attributes);
    }

    private static Map<?, ?> members(@Nullable Object node) {
        return switch (node) {
            case Map<?, ?> map -> map;
            case null -> Map.of();
            default -> throw new FerryException(ErrorCode.CONFIGURATION, "attributes stand by model and name");
        };
    }

    private static Attribute attribute(String model, String name, Object type) {
        List<String> options = type instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        AttributeType known = options.isEmpty()
                ? AttributeType.named(String.valueOf(type))
                        .orElseThrow(() -> new FerryException(
                                ErrorCode.CONFIGURATION, "attribute " + name + " has no type that Intercom knows"))
                : AttributeType.LIST;
        return new Attribute(AttributeModel.valueOf(model.toUpperCase(Locale.ROOT)), "", name, known, options, false);
    }

    /// These and others; where both have one of a name, that of the others.
    AttributeCatalogue with(AttributeCatalogue others) {
        List<Attribute> all = new ArrayList<>(others.attributes);
        attributes.stream()
                .filter(attribute ->
                        others.find(attribute.model(), attribute.name()).isEmpty())
                .forEach(all::add);
        return new AttributeCatalogue(all);
    }

    /// The attribute of that name.
    Optional<Attribute> find(AttributeModel model, String name) {
        return attributes.stream()
                .filter(attribute ->
                        attribute.model() == model && attribute.name().equals(name))
                .findFirst();
    }
}
