package dev.ferry.core.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/// Writes messages, of which canonical JSON mostly consists, without reflection. The same bytes as by reflection.
final class MessageSerializer extends JsonSerializer<Message> {
    private final MemberNames names = new MemberNames();

    @Override
    public void serialize(Message message, JsonGenerator json, SerializerProvider serializers) throws IOException {
        json.writeStartObject();
        members(new MemberWriter(json, serializers, names), message);
        json.writeEndObject();
    }

    static void members(MemberWriter out, Message message) throws IOException {
        out.id("id", message.id());
        out.text("messageId", message.messageId());
        out.text("aliasId", message.aliasId());
        out.count("ordinal", message.ordinal());
        out.constant("role", message.role());
        out.flag("internal", message.internal());
        out.text("senderRef", message.senderRef());
        out.id("agentId", message.agentId());
        out.text("text", message.text());
        out.constant("textAvailability", message.textAvailability());
        out.constant("textSource", message.textSource());
        out.text("utteranceType", message.utteranceType());
        out.time("sentAt", message.sentAt());
        out.time("speechStart", message.speechStart());
        out.time("speechEnd", message.speechEnd());
        out.ids("attachmentIds", message.attachmentIds());
        out.other("email", message.email());
    }
}
