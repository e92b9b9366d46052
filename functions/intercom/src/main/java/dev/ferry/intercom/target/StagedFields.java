package dev.ferry.intercom.target;

import dev.ferry.core.target.FieldValue;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The fields of a staged record, read by name.
record StagedFields(SortedMap<String, FieldValue> fields) {

    /// A text, or an id of the target; empty when there is none.
    String text(String name) {
        return switch (fields.get(name)) {
            case FieldValue.Text text -> text.value();
            case FieldValue.TargetId id -> id.value();
            case FieldValue.Numeric numeric -> numeric.value().toPlainString();
            case FieldValue.Flag flag -> Boolean.toString(flag.value());
            case FieldValue.Day day -> day.value().toString();
            case FieldValue.Moment moment -> Long.toString(moment.value().getEpochSecond());
            case FieldValue.Reference _ -> "";
            case null -> "";
        };
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean flag(String name) {
        return fields.get(name) instanceof FieldValue.Flag(boolean value) && value;
    }

    long number(String name) {
        return fields.get(name) instanceof FieldValue.Numeric(var value) ? value.longValue() : 0;
    }

    Optional<Instant> moment(String name) {
        @Nullable FieldValue value = fields.get(name);
        return value instanceof FieldValue.Moment(Instant at) ? Optional.of(at) : Optional.empty();
    }

    /// The second of a moment; 0 when there is none.
    long second(String name) {
        return moment(name).map(Instant::getEpochSecond).orElse(0L);
    }
}
