package dev.ferry.core.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes messages, of which canonical JSON mostly consists, without reflection. The same bytes as by reflection.
final class MessageSerializer extends JsonSerializer<Message> {
    @Override
    public void serialize(Message message, JsonGenerator json, SerializerProvider serializers) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", message.id().value());
        text(json, "messageId", message.messageId());
        text(json, "aliasId", message.aliasId());
        json.writeNumberField("ordinal", message.ordinal());
        json.writeStringField("role", message.role().name());
        json.writeBooleanField("internal", message.internal());
        text(json, "senderRef", message.senderRef());
        id(json, "agentId", message.agentId());
        text(json, "text", message.text());
        json.writeStringField("textAvailability", message.textAvailability().name());
        if (message.textSource() != null) {
            json.writeStringField("textSource", message.textSource().name());
        }
        text(json, "utteranceType", message.utteranceType());
        time(json, "sentAt", message.sentAt());
        time(json, "speechStart", message.speechStart());
        time(json, "speechEnd", message.speechEnd());
        json.writeArrayFieldStart("attachmentIds");
        for (CanonicalId attachment : message.attachmentIds()) {
            json.writeString(attachment.value());
        }
        json.writeEndArray();
        if (message.email() != null) {
            serializers.defaultSerializeField("email", message.email(), json);
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    private static void id(JsonGenerator json, String field, @Nullable CanonicalId id) throws IOException {
        text(json, field, id == null ? null : id.value());
    }

    private static void time(JsonGenerator json, String field, @Nullable Instant time) throws IOException {
        text(json, field, time == null ? null : CanonicalTime.format(time));
    }
}
