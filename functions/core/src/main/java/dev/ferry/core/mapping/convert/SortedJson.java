package dev.ferry.core.mapping.convert;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON values as JSON text, the members of every object in the order of their names.
final class SortedJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SortedJson() {}

    /// The text; null when the value is none that JSON has, or lies too deep.
    static @Nullable String of(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(value, json);
        } catch (IOException e) {
            return null;
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String string -> json.writeString(string);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case List<?> list -> list(list, json);
            case Map<?, ?> map -> object(map, json);
            default -> json.writePOJO(value);
        }
    }

    private static void list(List<?> list, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object item : list) {
            write(item, json);
        }
        json.writeEndArray();
    }

    private static void object(Map<?, ?> map, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Object[] names = map.keySet().toArray();
        Arrays.sort(names);
        for (Object name : names) {
            json.writeFieldName(String.valueOf(name));
            write(map.get(name), json);
        }
        json.writeEndObject();
    }
}
