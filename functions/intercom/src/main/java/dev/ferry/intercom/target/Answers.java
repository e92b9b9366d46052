package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.mapping.schema.FieldType;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What Intercom answers, as values of the fields that a mapping fills.
final class Answers {
    private Answers() {}

    /// The values of an answer; a field without one is left out.
    static SortedMap<String, FieldValue> of(ObjectName object, SortedMap<String, TargetField> mapped, JsonNode answer) {
        SortedMap<String, FieldValue> values = new TreeMap<>();
        mapped.forEach((name, field) -> {
            JsonNode value = StandardFields.has(object, name)
                    ? answer.path(name)
                    : answer.path("custom_attributes").path(name);
            FieldValue read = value(field.type(), value);
            if (read != null) {
                values.put(name, read);
            }
        });
        return values;
    }

    private static @Nullable FieldValue value(FieldType type, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        return switch (type) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, PICKLIST, MULTI_PICKLIST ->
                value.asText().isEmpty() ? null : new FieldValue.Text(value.asText());
            case NUMBER -> value.isNumber() ? new FieldValue.Numeric(value.decimalValue()) : null;
            case BOOLEAN -> value.isBoolean() ? new FieldValue.Flag(value.booleanValue()) : null;
            case DATE, DATETIME -> moment(value);
            case REFERENCE -> value.asText().isEmpty() ? null : new FieldValue.TargetId(value.asText());
        };
    }

    // Conversations take and may give times as ISO 8601, too.
    private static @Nullable FieldValue moment(JsonNode value) {
        if (value.isNumber()) {
            return new FieldValue.Moment(Instant.ofEpochSecond(value.longValue()));
        }
        return value.asText().matches("\\d+")
                ? new FieldValue.Moment(Instant.ofEpochSecond(Long.parseLong(value.asText())))
                : value.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*Z")
                        ? new FieldValue.Moment(Instant.parse(value.asText()).truncatedTo(ChronoUnit.SECONDS))
                        : null;
    }

    /// A value as Intercom keeps it: moments in seconds, no blank text.
    static @Nullable FieldValue kept(FieldValue value) {
        return switch (value) {
            case FieldValue.Moment(Instant at) -> new FieldValue.Moment(at.truncatedTo(ChronoUnit.SECONDS));
            case FieldValue.Text(String text) -> text.isEmpty() ? null : value;
            case FieldValue.Numeric _ -> value;
            case FieldValue.Flag _ -> value;
            case FieldValue.Day _ -> value;
            case FieldValue.Reference _ -> value;
            case FieldValue.TargetId _ -> value;
        };
    }
}
