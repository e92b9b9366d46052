package dev.ferry.core.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.IOException;
import java.time.Instant;

/// Canonical records as JSON: one spelling for equal content, so that equal records have equal bytes.
///
/// *Shape*: fields in the order of the record, absent values left out, times in UTC with milliseconds, ids as
/// strings. *Threading*: safe.
public final class CanonicalJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, false)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantSerializer())
                    .addSerializer(CanonicalId.class, new CanonicalIdSerializer())
                    .addSerializer(Message.class, new MessageSerializer())
                    .addSerializer(Conversation.class, new ConversationSerializer()))
            .build();

    private CanonicalJson() {}

    /// One record as UTF-8 bytes on one line, without a line end.
    public static byte[] bytes(Object canonicalRecord) {
        try {
            return MAPPER.writeValueAsBytes(canonicalRecord);
        } catch (JsonProcessingException e) {
            throw new FerryException(
                    ErrorCode.INTERNAL,
                    "cannot write a " + canonicalRecord.getClass().getSimpleName() + " as JSON",
                    e);
        }
    }

    /// A time as it stands in canonical JSON.
    public static String time(Instant instant) {
        return CanonicalTime.format(instant);
    }

    private static final class InstantSerializer extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(time(value));
        }
    }

    private static final class CanonicalIdSerializer extends JsonSerializer<CanonicalId> {
        @Override
        public void serialize(CanonicalId value, JsonGenerator json, SerializerProvider serializers)
                throws IOException {
            json.writeString(value.value());
        }
    }
}
