package dev.ferry.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.SourceType;
import dev.ferry.core.source.Agent;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Conversation;
import dev.ferry.core.source.Customer;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.Organization;
import dev.ferry.core.source.Segment;
import dev.ferry.core.source.StructuredDataField;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Guards against the mapping's view of the source and the records drifting apart.
class SourceSchemaTest {

    @ParameterizedTest
    @CsvSource({"CONVERSATION", "CUSTOMER", "ORGANIZATION", "AGENT"})
    void describesTheCanonicalRecords(EntityKind kind) {
        Class<?> type = switch (kind) {
            case CONVERSATION -> Conversation.class;
            case CUSTOMER -> Customer.class;
            case ORGANIZATION -> Organization.class;
            default -> Agent.class;
        };
        assertThat(SourceSchema.canonical().type(kind))
                .as("source-model.yaml, which names the paths that mappings may read")
                .isEqualTo(of(type));
    }

    @Test
    void describesTheItemsOfTheConfigurationThatMappingsRead() {
        TreeMap<String, SourceType> members = members(StructuredDataField.class);
        members.putAll(members(Segment.class));
        members.put("item", SourceType.Scalar.TEXT);
        assertThat(SourceSchema.canonical().type(EntityKind.CONFIGURATION)).isEqualTo(new SourceType.ObjectOf(members));
    }

    private static SourceType of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            Class<?> raw = (Class<?>) generic.getRawType();
            return Map.class.isAssignableFrom(raw) ? new SourceType.MapOf(of(last)) : new SourceType.ListOf(of(last));
        }
        Class<?> raw = (Class<?>) type;
        assertThat(raw).isNotInstanceOf(Collection.class);
        if (raw == Instant.class) {
            return SourceType.Scalar.TIME;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return SourceType.Scalar.BOOLEAN;
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return SourceType.Scalar.NUMBER;
        }
        return raw.isRecord() && raw != CanonicalId.class
                ? new SourceType.ObjectOf(members(raw))
                : SourceType.Scalar.TEXT;
    }

    private static TreeMap<String, SourceType> members(Class<?> type) {
        TreeMap<String, SourceType> members = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean flat = component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
            if (flat) {
                members.putAll(members(component.getType()));
            } else {
                JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
                members.put(renamed == null ? component.getName() : renamed.value(), of(component.getGenericType()));
            }
        }
        return members;
    }
}
