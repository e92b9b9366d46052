package dev.ferry.local.intercom.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.search.FieldType;
import dev.ferry.local.intercom.search.SearchField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields that contacts can be searched by.
final class ContactSearch {
    private static final String CUSTOM = "custom_attributes.";
    private static final Map<String, SearchField> FIELDS = Map.ofEntries(
            Map.entry("id", SearchField.at(FieldType.TEXT, "/id")),
            Map.entry("role", SearchField.at(FieldType.TEXT, "/role")),
            Map.entry("name", SearchField.at(FieldType.TEXT, "/name")),
            Map.entry("email", SearchField.at(FieldType.ADDRESS, "/email")),
            Map.entry("email_domain", SearchField.of(FieldType.ADDRESS, ContactSearch::domain)),
            Map.entry("phone", SearchField.at(FieldType.TEXT, "/phone")),
            Map.entry("external_id", SearchField.at(FieldType.TEXT, "/external_id")),
            Map.entry("owner_id", SearchField.at(FieldType.TEXT, "/owner_id")),
            Map.entry("unsubscribed_from_emails", SearchField.at(FieldType.FLAG, "/unsubscribed_from_emails")),
            Map.entry("created_at", SearchField.at(FieldType.DAY, "/created_at")),
            Map.entry("updated_at", SearchField.at(FieldType.DAY, "/updated_at")),
            Map.entry("signed_up_at", SearchField.at(FieldType.DAY, "/signed_up_at")),
            Map.entry("last_seen_at", SearchField.at(FieldType.DAY, "/last_seen_at")),
            Map.entry("tag_id", SearchField.ids(ContactSearch::tags)),
            Map.entry("segment_id", SearchField.ids(contact -> List.of())));

    private ContactSearch() {}

    static Optional<SearchField> find(String name) {
        if (name.startsWith(CUSTOM)) {
            String attribute = name.substring(CUSTOM.length());
            return Optional.of(SearchField.of(
                    FieldType.TEXT,
                    contact ->
                            SearchField.values(contact.path("custom_attributes").path(attribute))));
        }
        return Optional.ofNullable(FIELDS.get(name));
    }

    private static List<JsonNode> domain(ObjectNode contact) {
        String email = contact.path("email").asText();
        int at = email.indexOf('@');
        return at < 0 ? List.of() : List.of(JsonNodeFactory.instance.textNode(email.substring(at + 1)));
    }

    private static List<JsonNode> tags(ObjectNode contact) {
        List<JsonNode> ids = new ArrayList<>();
        contact.path("tags").forEach(tag -> ids.add(tag.path("id")));
        return ids;
    }
}
