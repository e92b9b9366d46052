package dev.ferry.core.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Writes members of canonical JSON without reflection; what is absent is left out. *Threading*: one thread.
record MemberWriter(JsonGenerator json, SerializerProvider serializers, MemberNames names) {
    /// The members of an object.
    @FunctionalInterface
    interface Members<T> {
        void write(MemberWriter out, T value) throws IOException;
    }

    void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            name(name);
            json.writeString(value);
        }
    }

    void id(String name, @Nullable CanonicalId id) throws IOException {
        text(name, id == null ? null : id.value());
    }

    void time(String name, @Nullable Instant time) throws IOException {
        if (time != null) {
            byte[] text = CanonicalTime.ascii(time);
            name(name);
            json.writeRawUTF8String(text, 0, text.length);
        }
    }

    void constant(String name, @Nullable Enum<?> constant) throws IOException {
        text(name, constant == null ? null : constant.name());
    }

    void flag(String name, boolean value) throws IOException {
        name(name);
        json.writeBoolean(value);
    }

    void flag(String name, @Nullable Boolean value) throws IOException {
        if (value != null) {
            flag(name, value.booleanValue());
        }
    }

    void count(String name, int value) throws IOException {
        name(name);
        json.writeNumber(value);
    }

    void count(String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            count(name, value.intValue());
        }
    }

    void number(String name, @Nullable Double value) throws IOException {
        if (value != null) {
            name(name);
            json.writeNumber(value);
        }
    }

    void texts(String name, List<String> values) throws IOException {
        name(name);
        json.writeStartArray();
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    void texts(String name, SortedMap<String, String> values) throws IOException {
        name(name);
        json.writeStartObject();
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    void numbers(String name, SortedMap<String, Double> values) throws IOException {
        name(name);
        json.writeStartObject();
        for (Map.Entry<String, Double> value : values.entrySet()) {
            json.writeNumberField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    void constants(String name, List<? extends Enum<?>> constants) throws IOException {
        name(name);
        json.writeStartArray();
        for (Enum<?> constant : constants) {
            json.writeString(constant.name());
        }
        json.writeEndArray();
    }

    void ids(String name, List<CanonicalId> ids) throws IOException {
        name(name);
        json.writeStartArray();
        for (CanonicalId id : ids) {
            json.writeString(id.value());
        }
        json.writeEndArray();
    }

    <T> void object(String name, @Nullable T value, Members<T> members) throws IOException {
        if (value != null) {
            name(name);
            object(value, members);
        }
    }

    <T> void objects(String name, List<T> values, Members<T> members) throws IOException {
        name(name);
        json.writeStartArray();
        for (T value : values) {
            object(value, members);
        }
        json.writeEndArray();
    }

    /// A value that is too rare to be written by hand.
    void other(String name, @Nullable Object value) throws IOException {
        if (value instanceof List<?> list && list.isEmpty()) {
            texts(name, List.of());
        } else if (value != null) {
            serializers.defaultSerializeField(name, value, json);
        }
    }

    private void name(String name) throws IOException {
        json.writeFieldName(names.of(name));
    }

    private <T> void object(T value, Members<T> members) throws IOException {
        json.writeStartObject();
        members.write(this, value);
        json.writeEndObject();
    }
}
