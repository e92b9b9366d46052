package dev.ferry.core.identity;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Writes links without reflection, since every row of some feeds shows some. The same bytes as by reflection.
final class LinkWriter {
    private final JsonGenerator json;

    LinkWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(LinkChunk chunk) throws IOException {
        json.writeStartObject();
        text("feed", chunk.feed());
        text("file", chunk.file());
        json.writeNumberField("chunk", chunk.chunk());
        json.writeArrayFieldStart("links");
        for (Link link : chunk.links()) {
            json.writeStartObject();
            members(link);
            json.writeNumberField("line", link.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void members(Link link) throws IOException {
        switch (link) {
            case Link.IssueMerge merge -> {
                start("merge", link);
                text("issueId", merge.issueId());
                text("first", merge.first());
            }
            case Link.Person person -> {
                start("person", link);
                text("customerId", person.customerId());
                text("externalUserId", person.externalUserId());
                text("email", person.email());
                text("domain", person.domain());
                json.writeBooleanField("crosswalk", person.crosswalk());
            }
            case Link.Participation part -> {
                start("part", link);
                text("issueId", part.issueId());
                text("customerId", part.customerId());
            }
            case Link.Contact contact -> {
                start("contact", link);
                text("conversationId", contact.conversationId());
                text("externalUserId", contact.externalUserId());
                text("email", contact.email());
            }
            case Link.Bridge bridge -> {
                start("bridge", link);
                text("issueId", bridge.issueId());
                text("conversationId", bridge.conversationId());
                text("externalId", bridge.externalId());
            }
            case Link.AgentAlias alias -> {
                start("agent", link);
                text("repId", alias.repId());
                text("externalAgentId", alias.externalAgentId());
            }
        }
    }

    private void start(String type, Link link) throws IOException {
        text("t", type);
        text("company", link.company());
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
