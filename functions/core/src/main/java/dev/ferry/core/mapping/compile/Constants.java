package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.convert.Conversion;
import dev.ferry.core.mapping.convert.Converter;
import dev.ferry.core.mapping.convert.Policy;
import dev.ferry.core.mapping.convert.Policy.Remedy;
import dev.ferry.core.mapping.convert.RecordDraft;
import dev.ferry.core.mapping.convert.ValuePlan;
import dev.ferry.core.mapping.convert.ValueSource;
import dev.ferry.core.mapping.document.NearName;
import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.mapping.schema.PicklistValue;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.target.FieldNames;
import dev.ferry.core.target.FieldValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The target values that a mapping writes down (constants, tables, defaults), converted and checked once.
record Constants(Place place, TargetField target, Converter converter) {

    /// The converted constant; empty, with a problem reported, when the target would not take it.
    Optional<FieldValue> of(@Nullable Object constant, String key) {
        RecordDraft draft = new RecordDraft(FieldNames.of(converter.fillsBeside()));
        Conversion conversion =
                constant == null ? new Conversion.Misfit("no value", "") : converter.convert(constant, draft);
        return switch (conversion) {
            case Conversion.Fits(FieldValue value) when draft.adjustments().isEmpty() -> Optional.of(value);
            case Conversion.Fits fits -> refuse(constant, key, "it would be changed on the way");
            case Conversion.Misfit(String reason, String hint) -> refuse(constant, key, reason);
        };
    }

    private Optional<FieldValue> refuse(@Nullable Object constant, String key, String reason) {
        place.report(key, target.name() + " does not take " + constant + ": " + reason, near(constant));
        return Optional.empty();
    }

    /// The plan of a field that takes its value from the source.
    ValuePlan plan(ValueSource source) {
        YamlNode.Mapping node = place.node();
        FieldValue fallback =
                node.has("default") ? of(node.value("default"), "default").orElse(null) : null;
        boolean required = target.required() || Boolean.TRUE.equals(node.value("required"));
        Policy policy = new Policy(required, remedy("otherwise"), remedy("invalid"));
        return new ValuePlan(target.name(), source, table(), converter, fallback, policy);
    }

    private Map<String, FieldValue> table() {
        Map<String, FieldValue> table = new LinkedHashMap<>();
        Place values = place.under("values");
        Constants inTable = new Constants(values, target, converter);
        values.node()
                .entries()
                .forEach((from, to) -> inTable.of(to.plain(), from).ifPresent(value -> table.put(from, value)));
        return table;
    }

    private Remedy remedy(String key) {
        String text = place.node().text(key);
        if (text.equals("default") && !place.node().has("default")) {
            place.report(key, "there is no default to fall back on", "add default, or use drop");
        }
        if (key.equals("otherwise") && !text.isEmpty() && !place.node().has("values")) {
            place.report(key, "there is no value table", "add values, or remove it");
        }
        return text.isEmpty() ? Remedy.QUARANTINE : Remedy.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private String near(@Nullable Object constant) {
        Collection<String> known = converter instanceof Converter.ToRecordType(var ids)
                ? ids.keySet()
                : List.copyOf(target.values().stream().map(PicklistValue::value).toList());
        return constant == null || known.isEmpty() ? "" : NearName.hint(String.valueOf(constant), known);
    }
}
