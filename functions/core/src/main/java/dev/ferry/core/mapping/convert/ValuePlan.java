package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.Adjustment.Rule;
import dev.ferry.core.target.FieldValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A value from the source: read, looked up in a table, converted.
///
/// @param table target values by source value, converted at compile time; empty when there is no table
/// @param fallback the converted default; null when there is none
public record ValuePlan(
        String field,
        ValueSource source,
        Map<String, FieldValue> table,
        Converter converter,
        @Nullable FieldValue fallback,
        Policy policy)
        implements FieldPlan {
    public ValuePlan {
        table = Map.copyOf(table);
    }

    @Override
    public Set<String> fills() {
        Set<String> fills = new HashSet<>(converter.fillsBeside());
        fills.add(field);
        return fills;
    }

    @Override
    public @Nullable Rejection fill(ItemScope scope, RecordDraft draft) {
        Object raw = source.read(scope);
        if (raw == null) {
            return missing(draft);
        }
        if (raw instanceof ValueSource.Unreadable(String reason)) {
            return new Rejection(field, "its expression failed: " + reason, "correct the expression in the mapping");
        }
        if (table.isEmpty()) {
            return convert(raw, draft);
        }
        String key = PlainText.scalar(raw);
        FieldValue mapped = key == null ? null : table.get(key);
        if (mapped != null) {
            draft.put(mapped);
            return null;
        }
        return unmapped(raw, draft);
    }

    private @Nullable Rejection missing(RecordDraft draft) {
        if (fallback != null) {
            draft.put(fallback);
            draft.adjust(field, Rule.DEFAULTED);
            return null;
        }
        return policy.required()
                ? new Rejection(field, "a required field without a value", "give the field a default in the mapping")
                : null;
    }

    private @Nullable Rejection unmapped(Object raw, RecordDraft draft) {
        return switch (policy.unmapped()) {
            case QUARANTINE ->
                new Rejection(field, "a value that is not in the value table", "add it to the table, or set otherwise");
            case KEEP -> {
                draft.adjust(field, Rule.UNMAPPED_KEPT);
                yield convert(raw, draft);
            }
            case DROP -> replace(Rule.UNMAPPED_DROPPED, null, draft);
            case DEFAULT -> replace(Rule.UNMAPPED_DEFAULTED, fallback, draft);
        };
    }

    private @Nullable Rejection convert(Object raw, RecordDraft draft) {
        return switch (converter.convert(raw, draft)) {
            case Conversion.Fits(FieldValue.Text(String text)) when text.isBlank() -> missing(draft);
            case Conversion.Fits(FieldValue value) -> {
                draft.put(value);
                yield null;
            }
            case Conversion.Misfit(String reason, String hint) ->
                switch (policy.unfit()) {
                    case QUARANTINE, KEEP -> new Rejection(field, reason, hint);
                    case DROP -> replace(Rule.INVALID_DROPPED, null, draft);
                    case DEFAULT -> replace(Rule.INVALID_DEFAULTED, fallback, draft);
                };
        };
    }

    private @Nullable Rejection replace(Rule rule, @Nullable FieldValue value, RecordDraft draft) {
        if (value == null && policy.required()) {
            return new Rejection(field, "a required field whose value had to be dropped", "give the field a default");
        }
        if (value != null) {
            draft.put(value);
        }
        draft.adjust(field, rule);
        return null;
    }
}
