package dev.ferry.local.asapp.summaries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.conversations.Conversation;
import dev.ferry.local.asapp.conversations.ConversationStore;
import dev.ferry.local.asapp.tree.ExportTree;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What summaries are made of: the export's feeds, and conversations for what no feed has.
final class SummarySource {
    private final ConversationStore conversations;
    private final FeedIndex freeText;
    private final FeedIndex structuredData;
    private final FeedIndex states;
    private final FeedIndex statesByExternalId;
    private final FeedIndex issues;

    SummarySource(ConversationStore conversations, Path export) {
        ExportTree exporter = new ExportTree(export.resolve("fileexporter"));
        this.conversations = conversations;
        this.freeText = new FeedIndex(exporter, "autosummary_free_text", "conversation_id");
        this.structuredData = new FeedIndex(exporter, "autosummary_structured_data", "conversation_id");
        this.states = new FeedIndex(exporter, "staging_conversation_state", "conversation_id");
        this.statesByExternalId = new FeedIndex(exporter, "staging_conversation_state", "external_conversation_id");
        this.issues = new FeedIndex(new ExportTree(export.resolve("batch")), "convos_metadata", "issue_id");
    }

    /// The id, when there is such a conversation.
    Optional<String> byConversationId(String id) {
        return conversations
                .byId(id)
                .map(Conversation::id)
                .or(() -> states.rows(id).isEmpty() ? Optional.empty() : Optional.of(id));
    }

    Optional<String> byExternalId(String externalId) {
        return conversations
                .byExternalId(externalId)
                .map(Conversation::id)
                .or(() -> statesByExternalId.rows(externalId).stream()
                        .map(row -> row.path("conversation_id").asText())
                        .findFirst());
    }

    /// The conversation that an issue's row is bridged to.
    Optional<String> byIssueId(String issueId) {
        return issues.rows(issueId).stream()
                .map(row -> row.path("external_issue_id").asText(""))
                .filter(externalId -> !externalId.isEmpty())
                .findFirst()
                .flatMap(this::byExternalId);
    }

    /// The latest free text that the feeds have, else the customer's first words.
    Optional<String> text(String id) {
        return latest(freeText.rows(id), "autosummary_free_text_ts")
                .map(row -> row.path("autosummary_free_text").asText())
                .or(() -> conversations.byId(id).stream()
                        .flatMap(c -> c.messages().stream())
                        .filter(message -> message.at("/sender/role").asText().equals("customer"))
                        .map(message ->
                                "The customer wrote: " + message.path("text").asText())
                        .findFirst());
    }

    /// The latest row of every structured data field.
    Collection<ObjectNode> structuredData(String id) {
        Map<String, ObjectNode> byField = new LinkedHashMap<>();
        structuredData.rows(id).stream()
                .sorted(Comparator.comparing(
                        row -> row.path("structured_data_ts").asText()))
                .forEach(row -> byField.put(row.path("structured_data_field_id").asText(), row));
        return byField.values();
    }

    /// The overall intent, else the first one: code and name.
    Optional<Intent> intent(String id) {
        List<ObjectNode> rows = states.rows(id);
        return Stream.of("single_intent", "first_intent")
                .flatMap(kind -> rows.reversed().stream()
                        .filter(row -> row.hasNonNull(kind + "_intent_code"))
                        .map(row -> new Intent(
                                row.path(kind + "_intent_code").asText(),
                                row.path(kind + "_intent_name").asText())))
                .findFirst();
    }

    record Intent(String code, String name) {}

    private static Optional<JsonNode> latest(List<ObjectNode> rows, String time) {
        return rows.stream()
                .max(Comparator.comparing(row -> row.path(time).asText()))
                .map(row -> row);
    }
}
