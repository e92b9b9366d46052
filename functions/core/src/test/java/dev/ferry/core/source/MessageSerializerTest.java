package dev.ferry.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageSerializerTest {
    private static final Instant AT = Instant.parse("2026-10-18T08:16:20.648Z");

    /// Every component, in the order of the record: one that is added to the record is missed here.
    @Test
    void writesWhatReflectionWrites() throws IOException {
        for (Message message : List.of(full(), sparse())) {
            assertThat(new String(CanonicalJson.bytes(message), StandardCharsets.UTF_8))
                    .isEqualTo(new String(byReflection().writeValueAsBytes(message), StandardCharsets.UTF_8));
        }
    }

    static ObjectMapper byReflection() {
        return JsonMapper.builder()
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .addMixIn(CanonicalId.class, AsText.class)
                .addModule(new SimpleModule().addSerializer(Instant.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Instant value, JsonGenerator json, SerializerProvider serializers)
                            throws IOException {
                        json.writeString(CanonicalJson.time(value));
                    }
                }))
                .build();
    }

    private interface AsText {
        @JsonValue
        String value();
    }

    private static Message full() {
        return new Message(
                new CanonicalId("asapp:acme:msg:1"),
                "1",
                "a1",
                7,
                SenderRole.AGENT,
                true,
                "42",
                new CanonicalId("asapp:acme:rep:42"),
                "\"Good\" morning \u00e9\n\uD83D\uDE00",
                TextAvailability.PRESENT,
                SourceChannel.BATCH,
                "text",
                AT,
                AT.plusMillis(1),
                AT.plusMillis(2),
                List.of(new CanonicalId("asapp:acme:file:1")),
                new EmailHeaders("Re", "a@b.example", List.of("c@d.example"), List.of(), "<p>", "<1@b>", "<0@b>"));
    }

    private static Message sparse() {
        return new Message(
                new CanonicalId("asapp:acme:msg:2"),
                null,
                null,
                0,
                SenderRole.CUSTOMER,
                false,
                null,
                null,
                null,
                TextAvailability.NOT_EXPORTED,
                null,
                null,
                AT,
                null,
                null,
                List.of(),
                null);
    }
}
