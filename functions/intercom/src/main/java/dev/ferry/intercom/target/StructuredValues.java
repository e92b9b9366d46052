package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.StructuredValueType;
import dev.ferry.core.target.FieldValue;
import dev.ferry.http.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Values of structured data fields, of which a mapping cannot know the names: each becomes the attribute of its
/// name.
///
/// A value that has no attribute, or does not fit the one it has, goes into [#OTHERS] with its name, so that none
/// is lost.
///
/// *Shape* of the field: `[{"name","value"}]`, the value as text.
final class StructuredValues {
    static final String FIELD = "structured_data";

    /// The attribute of values without one of their own.
    static final String OTHERS = "asapp_other_data";

    private final WorkspaceAttributes attributes;

    StructuredValues(WorkspaceAttributes attributes) {
        this.attributes = attributes;
    }

    /// The attributes that the field of a record becomes.
    SortedMap<String, FieldValue> of(SortedMap<String, FieldValue> fields) {
        String json = new StagedFields(fields).text(FIELD);
        SortedMap<String, FieldValue> values = new TreeMap<>();
        if (json.isEmpty()) {
            return values;
        }
        ObjectNode others = Json.object();
        JsonNode parsed = parse(json);
        for (JsonNode entry :
                parsed.isArray() ? parsed : Json.object().withArray("one").add(parsed)) {
            String name = entry.path("name").asText("");
            String text = entry.path("value").asText("");
            if (name.isEmpty() || text.isEmpty()) {
                continue;
            }
            attributes
                    .find(AttributeModel.CONVERSATION, name)
                    .flatMap(attribute -> fitting(attribute, text))
                    .ifPresentOrElse(value -> values.put(name, value), () -> others.put(name, text));
        }
        if (!others.isEmpty()) {
            values.put(OTHERS, new FieldValue.Text(others.toString()));
        }
        return values;
    }

    private static Optional<FieldValue> fitting(Attribute attribute, String text) {
        try {
            return switch (attribute.type()) {
                case STRING -> Optional.of(new FieldValue.Text(text));
                case LIST ->
                    attribute.options().contains(text) ? Optional.of(new FieldValue.Text(text)) : Optional.empty();
                case INTEGER ->
                    Optional.of(new FieldValue.Numeric(new BigDecimal(new BigDecimal(text).toBigIntegerExact())));
                case DECIMAL -> Optional.of(new FieldValue.Numeric(new BigDecimal(text)));
                case BOOLEAN ->
                    StructuredValueType.isYes(text) || StructuredValueType.isNo(text)
                            ? Optional.of(new FieldValue.Flag(StructuredValueType.isYes(text)))
                            : Optional.empty();
                case DATE, DATETIME ->
                    Optional.of(new FieldValue.Moment(
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()));
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException misfit) {
            return Optional.empty();
        }
    }

    private static JsonNode parse(String json) {
        try {
            return Json.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FerryException(
                    ErrorCode.MAPPING, "the field " + FIELD + " is not JSON; give it format: json in the mapping");
        }
    }
}
