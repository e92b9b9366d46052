package dev.ferry.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationSerializerTest {
    private static final CanonicalId ID = new CanonicalId("asapp:acme:issue:1");
    private static final Map<Type, Object> SIMPLE = Map.of(
            String.class,
            "a \"text\"",
            CanonicalId.class,
            ID,
            Instant.class,
            Instant.parse("2026-10-18T08:16:20.648Z"),
            boolean.class,
            true,
            Boolean.class,
            true,
            int.class,
            7,
            Integer.class,
            8,
            Long.class,
            9L,
            Double.class,
            1.5);

    /// Every component of every part has a value, so one that is added and not written is missed here.
    @Test
    void writesWhatReflectionWrites() throws IOException, ReflectiveOperationException {
        for (Conversation conversation : List.of(made(true), made(false))) {
            assertThat(new String(CanonicalJson.bytes(conversation), StandardCharsets.UTF_8))
                    .isEqualTo(new String(
                            MessageSerializerTest.byReflection().writeValueAsBytes(conversation),
                            StandardCharsets.UTF_8));
        }
    }

    private static Conversation made(boolean full) throws ReflectiveOperationException {
        return (Conversation) value(Conversation.class, full);
    }

    private static Object value(Type type, boolean full) throws ReflectiveOperationException {
        if (SIMPLE.containsKey(type)) {
            return SIMPLE.get(type);
        }
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == SortedMap.class
                    ? new TreeMap<>(full ? Map.of("b", value(last, true), "a", value(last, true)) : Map.of())
                    : full ? List.of(value(last, true), value(last, true)) : List.of();
        }
        Class<?> of = (Class<?>) type;
        return of.isEnum() ? of.getEnumConstants()[0] : made(of, full);
    }

    private static Object made(Class<?> type, boolean full) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean absent = !full && components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = absent ? null : value(components[i].getGenericType(), full);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }
}
