package dev.ferry.core.mapping.schema;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.EntityKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The paths of the canonical model, by kind of record.
///
/// *Shape* of its YAML form: a kind maps member names to `text`, `number`, `boolean`, `time`, a list of one type
/// (`[text]`), an object, or a map with data as keys (`{"*": text}`).
public record SourceSchema(Map<EntityKind, SourceType.ObjectOf> kinds) {
    private static final String RESOURCE = "source-model.yaml";

    public SourceSchema {
        kinds = Map.copyOf(kinds);
    }

    /// The canonical model of this release.
    public static SourceSchema canonical() {
        try (InputStream in = SourceSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FerryException(ErrorCode.INTERNAL, "the resource " + RESOURCE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "the resource " + RESOURCE + " cannot be read", e);
        }
    }

    /// The schema that a YAML text describes.
    public static SourceSchema parse(String yaml) {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Map<EntityKind, SourceType.ObjectOf> kinds = new EnumMap<>(EntityKind.class);
        if (type(root) instanceof SourceType.ObjectOf(var members)) {
            members.forEach((name, type) -> {
                if (type instanceof SourceType.ObjectOf object) {
                    kinds.put(EntityKind.valueOf(name.toUpperCase(Locale.ROOT)), object);
                }
            });
        }
        return new SourceSchema(kinds);
    }

    /// The type of a kind of record; an object without members for a kind that the schema does not know.
    public SourceType.ObjectOf type(EntityKind kind) {
        return kinds.getOrDefault(kind, SourceType.ObjectOf.of(Map.of()));
    }

    private static SourceType type(Object node) {
        return switch (node) {
            case String name -> SourceType.Scalar.valueOf(name.toUpperCase(Locale.ROOT));
            case List<?> list when list.size() == 1 -> new SourceType.ListOf(type(list.getFirst()));
            case Map<?, ?> map
            when map.containsKey("*") -> new SourceType.MapOf(type(new ArrayList<>(map.values()).getFirst()));
            case Map<?, ?> map -> {
                TreeMap<String, SourceType> members = new TreeMap<>();
                map.forEach((key, value) -> members.put(String.valueOf(key), type(value)));
                yield new SourceType.ObjectOf(members);
            }
            default -> throw new FerryException(ErrorCode.INTERNAL, "the source model has a node of no known type");
        };
    }
}
