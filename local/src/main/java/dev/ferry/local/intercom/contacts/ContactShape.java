package dev.ferry.local.intercom.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.tags.AppliedTags;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/// What a client sees of a contact.
public record ContactShape(Workspace workspace, Documents documents) {
    private static final int SHOWN = 10;
    private static final List<String> WRITABLE =
            List.of("external_id", "role", "email", "phone", "name", "owner_id", "signed_up_at", "last_seen_at");
    private static final List<String> UNKNOWN = List.of(
            "last_replied_at",
            "last_contacted_at",
            "last_email_opened_at",
            "last_email_clicked_at",
            "browser",
            "browser_version",
            "browser_language",
            "os",
            "android_app_name",
            "android_app_version",
            "android_device",
            "android_os_version",
            "android_sdk_version",
            "android_last_seen_at",
            "ios_app_name",
            "ios_app_version",
            "ios_device",
            "ios_os_version",
            "ios_sdk_version",
            "ios_last_seen_at");

    /// The whole contact.
    public ObjectNode whole(ObjectNode contact) {
        String id = contact.path("id").asText();
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "contact");
        shown.put("id", id).put("workspace_id", workspace.identity().id());
        for (String field : WRITABLE) {
            if (contact.has(field)) {
                shown.set(field, contact.path(field));
            } else {
                shown.putNull(field);
            }
        }
        shown.putNull("avatar");
        shown.putObject("social_profiles").put("type", "list").putArray("data");
        shown.put("has_hard_bounced", false).put("marked_email_as_spam", false);
        shown.put(
                "unsubscribed_from_emails",
                contact.path("unsubscribed_from_emails").asBoolean());
        shown.set("created_at", contact.path("created_at"));
        shown.set("updated_at", contact.path("updated_at"));
        shown.set(
                "language_override",
                contact.path("language_override").isTextual()
                        ? contact.path("language_override")
                        : JsonNodeFactory.instance.nullNode());
        UNKNOWN.forEach(shown::putNull);
        shown.putObject("location")
                .put("type", "location")
                .putNull("country")
                .putNull("region")
                .putNull("city");
        shown.set(
                "custom_attributes",
                contact.has("custom_attributes")
                        ? contact.path("custom_attributes")
                        : JsonNodeFactory.instance.objectNode());
        addLinks(shown, contact);
        return shown;
    }

    private void addLinks(ObjectNode shown, ObjectNode contact) {
        String id = contact.path("id").asText();
        shown.set("tags", references(id, "tags", "tag", ids(new AppliedTags(documents, contact))));
        shown.set("companies", references(id, "companies", "company", companies(contact)));
        List<String> notes = documents.by(Lookup.NOTE_PARENT, id).stream()
                .map(note -> note.path("id").asText())
                .toList();
        shown.set("notes", references(id, "notes", "note", notes));
    }

    /// The ids of the companies that a contact is attached to.
    public List<String> companies(ObjectNode contact) {
        Companies companies = new Companies(workspace, documents);
        List<String> ids = new ArrayList<>();
        contact.path("companies").forEach(id -> {
            if (companies.find(id.asText()).isPresent()) {
                ids.add(id.asText());
            }
        });
        return ids;
    }

    private static List<String> ids(AppliedTags tags) {
        List<String> ids = new ArrayList<>();
        tags.all().forEach(tag -> ids.add(tag.path("id").asText()));
        return ids;
    }

    private static ObjectNode references(String contact, String field, String type, List<String> ids) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        var data = list.putArray("data");
        String plural = type.equals("company") ? "companies" : type + "s";
        ids.stream()
                .limit(SHOWN)
                .forEach(id ->
                        data.addObject().put("id", id).put("type", type).put("url", "/%s/%s".formatted(plural, id)));
        return list.put("url", "/contacts/%s/%s".formatted(contact, field))
                .put("total_count", ids.size())
                .put("has_more", ids.size() > SHOWN);
    }

    /// A reference with one more word about it.
    ///
    /// @param word `archived`, `deleted` or `blocked`
    static ObjectNode brief(ObjectNode contact, String word, boolean value) {
        ObjectNode shown = reference(contact);
        return shown.put(word, value);
    }

    /// A reference as conversations have it.
    public static ObjectNode reference(ObjectNode contact) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "contact");
        shown.set("id", contact.path("id"));
        shown.set(
                "external_id",
                contact.path("external_id").isTextual()
                        ? contact.path("external_id")
                        : JsonNodeFactory.instance.nullNode());
        return shown;
    }
}
