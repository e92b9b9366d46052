package dev.ferry.local.salesforce.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The lines of the journal.
///
/// *Shape*: `{"m":[["Case","500..","LIVE",{"Subject":"..","Description":[at,bytes,chars]}],..],"e":[event,..]}`; a
/// mutation holds the fields that changed, null for those that were cleared. Events belong to other packages.
final class JournalCodec {
    private static final JsonMapper MAPPER = new JsonMapper();

    byte[] encode(List<Mutation> mutations, List<JsonNode> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4_096);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            if (!mutations.isEmpty()) {
                json.writeArrayFieldStart("m");
                for (Mutation mutation : mutations) {
                    write(json, mutation);
                }
                json.writeEndArray();
            }
            if (!events.isEmpty()) {
                json.writeArrayFieldStart("e");
                for (JsonNode event : events) {
                    json.writeTree(event);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Mutation mutation) throws IOException {
        Row before = mutation.before();
        Row after = mutation.after();
        json.writeStartArray();
        json.writeString(mutation.table().type().name());
        json.writeString(after.id());
        json.writeString(after.life().name());
        json.writeStartObject();
        if (after.life() != Row.Life.PURGED) {
            for (Field field : mutation.table().type().fields()) {
                Object old = before == null ? null : before.value(field);
                Object now = after.value(field);
                if (!Objects.equals(old, now)) {
                    json.writeFieldName(field.name());
                    write(json, now);
                }
            }
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case LongText text -> json.writeArray(new long[] {text.at(), text.bytes(), text.chars()}, 0, 3);
            default -> json.writeString(value.toString());
        }
    }

    JsonNode decode(byte[] line) throws IOException {
        return MAPPER.readTree(line);
    }

    /// The row that a mutation leaves, given the row before it.
    Row row(OrgSchema schema, JsonNode mutation, @Nullable Row before) {
        SObjectType type = schema.require(mutation.get(0).textValue());
        Row.Life life = Row.Life.valueOf(mutation.get(2).textValue());
        int width = type.fields().size();
        @Nullable Object[] values = before == null ? new Object[width] : Arrays.copyOf(before.values(), width);
        mutation.get(3).properties().forEach(change -> {
            // A field that a later org definition no longer has is dropped.
            type.field(change.getKey()).ifPresent(field -> values[field.index()] = value(field, change.getValue()));
        });
        return new Row(mutation.get(1).textValue(), values, life);
    }

    private static @Nullable Object value(Field field, JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isArray()) {
            return new LongText(
                    json.get(0).longValue(), json.get(1).intValue(), json.get(2).intValue());
        }
        FieldType type = field.type();
        return switch (type) {
            case BOOLEAN -> json.booleanValue();
            case INT -> json.intValue();
            case DOUBLE, CURRENCY, PERCENT -> json.doubleValue();
            case DATETIME -> json.longValue();
            case DATE -> LocalDate.parse(json.textValue());
            case ID, REFERENCE, STRING, TEXTAREA, PICKLIST, MULTIPICKLIST, COMBOBOX, EMAIL, PHONE, URL, BASE64 ->
                json.asText();
        };
    }
}
