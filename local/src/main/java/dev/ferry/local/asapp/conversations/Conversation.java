package dev.ferry.local.asapp.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/// A conversation and its messages, as the API shows them.
///
/// @param head `{id, externalId, agent, customer, metadata}`
/// @param messages in the order of their creation
public record Conversation(ObjectNode head, List<JsonNode> messages) {

    public Conversation {
        messages = messages.stream()
                .sorted(Comparator.comparing(Conversation::created))
                .toList();
    }

    /// From a line of an export: `{"conversation":{...},"messages":[...]}`.
    static Conversation of(JsonNode line) {
        return new Conversation(
                (ObjectNode) line.path("conversation"),
                StreamSupport.stream(line.path("messages").spliterator(), false).toList());
    }

    /// The id.
    public String id() {
        return head.path("id").asText();
    }

    /// The client's id.
    public String externalId() {
        return head.path("externalId").asText();
    }

    /// What of it there is at a moment: the messages until then.
    Conversation asOf(Instant moment) {
        return new Conversation(
                head,
                messages.stream()
                        .filter(message -> !created(message).isAfter(moment))
                        .toList());
    }

    /// Whether it has begun at a moment.
    boolean begunAt(Instant moment) {
        return messages.isEmpty() || !created(messages.getFirst()).isAfter(moment);
    }

    private static Instant created(JsonNode message) {
        return Timestamps.read(message.path("createdTimestamp").asText(), "/createdTimestamp");
    }
}
