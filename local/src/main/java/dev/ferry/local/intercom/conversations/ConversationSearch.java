package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.search.FieldType;
import dev.ferry.local.intercom.search.SearchField;
import dev.ferry.local.intercom.workspace.MessageRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields that conversations can be searched by.
final class ConversationSearch {
    private static final String CUSTOM = "custom_attribute.";
    private static final String STATISTICS = "statistics.";
    private static final Map<String, SearchField> FIELDS = Map.ofEntries(
            Map.entry("id", SearchField.at(FieldType.TEXT, "/id")),
            Map.entry("created_at", SearchField.at(FieldType.MOMENT, "/created_at")),
            Map.entry("updated_at", SearchField.at(FieldType.MOMENT, "/updated_at")),
            Map.entry("waiting_since", SearchField.at(FieldType.MOMENT, "/waiting_since")),
            Map.entry("snoozed_until", SearchField.at(FieldType.MOMENT, "/snoozed_until")),
            Map.entry("title", SearchField.at(FieldType.TEXT, "/title")),
            Map.entry("source.type", SearchField.at(FieldType.TEXT, "/source/type")),
            Map.entry("source.id", SearchField.at(FieldType.TEXT, "/source/id")),
            Map.entry("source.subject", SearchField.at(FieldType.WORDS, "/source/subject")),
            Map.entry("source.body", SearchField.at(FieldType.WORDS, "/source/body")),
            Map.entry("source.delivered_as", SearchField.at(FieldType.TEXT, "/source/delivered_as")),
            Map.entry("source.author.id", SearchField.at(FieldType.TEXT, "/source/author/id")),
            Map.entry("source.author.type", SearchField.at(FieldType.TEXT, "/source/author/type")),
            Map.entry("source.author.email", SearchField.at(FieldType.ADDRESS, "/source/author/email")),
            Map.entry("contact_ids", SearchField.at(FieldType.TEXT, "/contacts")),
            Map.entry("admin_assignee_id", SearchField.at(FieldType.TEXT, "/admin_assignee_id")),
            Map.entry("team_assignee_id", SearchField.at(FieldType.TEXT, "/team_assignee_id")),
            Map.entry("open", SearchField.at(FieldType.FLAG, "/open")),
            Map.entry("read", SearchField.at(FieldType.FLAG, "/read")),
            Map.entry("state", SearchField.at(FieldType.TEXT, "/state")),
            Map.entry("priority", SearchField.at(FieldType.TEXT, "/priority")),
            Map.entry("tag_ids", SearchField.of(FieldType.TEXT, ConversationSearch::tags)));

    private ConversationSearch() {}

    static Optional<SearchField> find(String name, MessageRules rules) {
        if (name.startsWith(CUSTOM) && rules.searchCustomAttributes()) {
            String attribute = name.substring(CUSTOM.length());
            return Optional.of(SearchField.of(
                    FieldType.TEXT,
                    document -> SearchField.values(
                            document.path("custom_attributes").path(attribute))));
        }
        if (name.startsWith(STATISTICS)) {
            return Optional.of(SearchField.at(FieldType.NUMBER, "/statistics/" + name.substring(STATISTICS.length())));
        }
        return Optional.ofNullable(FIELDS.get(name));
    }

    private static List<JsonNode> tags(ObjectNode conversation) {
        List<JsonNode> ids = new ArrayList<>();
        conversation.path("tags").forEach(tag -> ids.add(tag.path("id")));
        return ids;
    }
}
