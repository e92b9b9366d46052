package dev.ferry.core.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes members of canonical JSON without reflection; what is absent is left out. *Threading*: one thread.
record MemberWriter(JsonLine json) {
    void text(String name, @Nullable String value) {
        if (value != null) {
            json.name(name);
            json.text(value);
        }
    }

    void id(String name, @Nullable CanonicalId id) {
        if (id != null) {
            text(name, id.value());
        }
    }

    void time(String name, @Nullable Instant time) {
        if (time != null) {
            json.name(name);
            json.quoted(CanonicalTime.ascii(time));
        }
    }

    void constant(String name, @Nullable Enum<?> constant) {
        if (constant != null) {
            json.name(name);
            json.quoted(constant.name());
        }
    }

    void flag(String name, boolean value) {
        json.name(name);
        json.literal(value ? "true" : "false");
    }

    void flag(String name, @Nullable Boolean value) {
        if (value != null) {
            flag(name, value.booleanValue());
        }
    }

    void count(String name, int value) {
        json.name(name);
        json.literal(Integer.toString(value));
    }

    void count(String name, @Nullable Integer value) {
        if (value != null) {
            count(name, value.intValue());
        }
    }

    void number(String name, @Nullable Double value) {
        if (value != null) {
            json.name(name);
            json.number(value);
        }
    }

    void texts(String name, List<String> values) {
        json.name(name);
        json.startArray();
        for (String value : values) {
            json.element();
            json.text(value);
        }
        json.endArray();
    }

    void texts(String name, SortedMap<String, String> values) {
        json.name(name);
        json.startObject();
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.anyName(value.getKey());
            json.text(value.getValue());
        }
        json.endObject();
    }

    void numbers(String name, SortedMap<String, Double> values) {
        json.name(name);
        json.startObject();
        for (Map.Entry<String, Double> value : values.entrySet()) {
            json.anyName(value.getKey());
            json.number(value.getValue());
        }
        json.endObject();
    }

    void constants(String name, List<? extends Enum<?>> constants) {
        json.name(name);
        json.startArray();
        for (Enum<?> constant : constants) {
            json.element();
            json.quoted(constant.name());
        }
        json.endArray();
    }

    void ids(String name, List<CanonicalId> ids) {
        json.name(name);
        json.startArray();
        for (CanonicalId id : ids) {
            json.element();
            json.text(id.value());
        }
        json.endArray();
    }

    <T> void object(String name, @Nullable T value, BiConsumer<MemberWriter, T> members) {
        if (value != null) {
            json.name(name);
            object(value, members);
        }
    }

    <T> void objects(String name, List<T> values, BiConsumer<MemberWriter, T> members) {
        json.name(name);
        json.startArray();
        for (T value : values) {
            json.element();
            object(value, members);
        }
        json.endArray();
    }

    /// A value that is too rare to be written by hand.
    void other(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case List<?> list when list.isEmpty() -> literal(name, "[]");
            case Map<?, ?> map when map.isEmpty() -> literal(name, "{}");
            default -> {
                json.name(name);
                json.written(CanonicalJson.bytes(value));
            }
        }
    }

    private void literal(String name, String literal) {
        json.name(name);
        json.literal(literal);
    }

    private <T> void object(T value, BiConsumer<MemberWriter, T> members) {
        json.startObject();
        members.accept(this, value);
        json.endObject();
    }
}
