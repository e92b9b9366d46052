package dev.ferry.local.asapp.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.journal.Facts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The tenant's AI Services conversations: those of the export, and what clients wrote on top.
///
/// A conversation of the export is there once the tenant's time has reached its first message.
///
/// *Threading*: safe for concurrent use.
public final class ConversationStore {

    /// The kind of fact that keeps a created or updated conversation.
    public static final String HEAD = "conversation";

    /// The kind of fact that keeps added messages.
    public static final String MESSAGES = "messages";

    private final Tenant tenant;
    private final Facts facts;
    private final ConversationFile exported;
    private final Map<String, ObjectNode> heads = new HashMap<>();
    private final Map<String, List<JsonNode>> added = new HashMap<>();

    /// @param export the directory of the export; its conversations are in `api/conversations.jsonl`
    public ConversationStore(Tenant tenant, Facts facts, Path export) {
        this.tenant = tenant;
        this.facts = facts;
        this.exported = new ConversationFile(export.resolve("api").resolve("conversations.jsonl"));
    }

    /// The conversation of an id.
    public synchronized Optional<Conversation> byId(String id) {
        Optional<Conversation> base =
                exported.byId(id).filter(c -> c.begunAt(tenant.clock().now()));
        ObjectNode head = heads.get(id);
        if (head == null && base.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> messages = Stream.concat(
                        base.stream().flatMap(c -> c.messages().stream()), added.getOrDefault(id, List.of()).stream())
                .toList();
        Conversation whole = new Conversation(head == null ? base.orElseThrow().head() : head, messages);
        return Optional.of(whole.asOf(tenant.clock().now()));
    }

    /// The conversation of a client's id.
    public synchronized Optional<Conversation> byExternalId(String externalId) {
        return heads.values().stream()
                .filter(head -> head.path("externalId").asText().equals(externalId))
                .map(head -> head.path("id").asText())
                .findFirst()
                .or(() -> exported.byExternalId(externalId).map(Conversation::id))
                .flatMap(this::byId);
    }

    /// Creates the conversation of a client's id, or updates it.
    ///
    /// @param head without `id`
    /// @return the id
    synchronized String upsert(ObjectNode head) {
        Optional<Conversation> old = byExternalId(head.path("externalId").asText());
        ObjectNode merged = old.map(c -> c.head().deepCopy()).orElseGet(head::objectNode);
        merged.put("id", old.map(Conversation::id).orElseGet(() -> new Ulids(tenant).next()));
        merged.setAll(head);
        heads.put(merged.path("id").asText(), merged);
        ObjectNode fact = Facts.fact(HEAD);
        fact.set("head", merged);
        facts.record(fact);
        return merged.path("id").asText();
    }

    /// Adds messages to a conversation that is there.
    ///
    /// @param messages with all fields but `messageId`
    /// @return their ids
    synchronized List<String> add(String id, List<ObjectNode> messages) {
        Ulids ulids = new Ulids(tenant);
        List<JsonNode> numbered = new ArrayList<>();
        messages.forEach(message -> numbered.add(message.put("messageId", ulids.next())));
        added.computeIfAbsent(id, key -> new ArrayList<>()).addAll(numbered);
        ObjectNode fact = Facts.fact(MESSAGES).put("id", id);
        numbered.forEach(fact.putArray("messages")::add);
        facts.record(fact);
        return numbered.stream().map(m -> m.path("messageId").asText()).toList();
    }

    /// Takes up a fact of an earlier start.
    public synchronized void replay(JsonNode fact) {
        if (fact.path("k").asText().equals(HEAD)) {
            ObjectNode head = (ObjectNode) fact.path("head");
            heads.put(head.path("id").asText(), head);
        } else {
            fact.path("messages")
                    .forEach(added.computeIfAbsent(fact.path("id").asText(), key -> new ArrayList<>())::add);
        }
    }
}
