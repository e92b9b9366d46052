package dev.ferry.local.intercom.contacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// The contacts that can be seen.
///
/// *Shape* of a document beside the API's fields: `archived`, `unrestorable` (`merged` or `blocked`),
/// `merged_into`,
/// `indexed_at` and `messageable_at` in milliseconds, `companies` as ids.
public record Contacts(Workspace workspace, Documents documents) {

    /// A contact that can be read and written. *Errors*: 404; 410 with the way to the other when merged.
    public ObjectNode live(String id) {
        ObjectNode contact = known(id);
        if (isArchived(contact) && !workspace.knobs().data().archivedReadable()) {
            throw ApiException.noUser();
        }
        return contact;
    }

    /// A contact, be it archived. *Errors*: 404; 410 when merged.
    public ObjectNode known(String id) {
        ObjectNode contact = documents.find(Kind.CONTACT, id).orElseThrow(ApiException::noUser);
        refuseMerged(contact);
        return contact;
    }

    /// A contact of role user by its external id. *Errors*: 404; 410 when merged.
    public ObjectNode byExternalId(String externalId) {
        List<ObjectNode> users = documents.by(Lookup.CONTACT_EXTERNAL_ID, externalId).stream()
                .filter(contact -> contact.path("role").asText().equals("user"))
                .toList();
        ObjectNode contact = users.stream()
                .filter(user -> !user.has("merged_into") && !isArchived(user))
                .findFirst()
                .or(() -> users.stream().filter(user -> user.has("merged_into")).findFirst())
                .orElseThrow(ApiException::noUser);
        refuseMerged(contact);
        return contact;
    }

    /// Contacts that lists show, the latest first.
    public List<ObjectNode> listed() {
        return visible(documents.all(Kind.CONTACT));
    }

    /// Those of some contacts that lists show, the latest first.
    public List<ObjectNode> visible(List<ObjectNode> contacts) {
        return contacts.stream()
                .filter(contact -> !isArchived(contact) && !contact.has("merged_into"))
                .toList()
                .reversed();
    }

    /// Whether a search finds it already.
    public boolean isIndexed(ObjectNode contact) {
        return contact.path("indexed_at").asLong() <= workspace.millis();
    }

    /// A contact that conversations can be begun with. *Errors*: 404, also for a while after its creation.
    public ObjectNode messageable(String id) {
        ObjectNode contact = live(id);
        if (contact.path("messageable_at").asLong() > workspace.millis()) {
            throw ApiException.noUser();
        }
        return contact;
    }

    /// The contact of role user that has an address.
    public Optional<ObjectNode> userOf(String email) {
        return documents.by(Lookup.CONTACT_EMAIL, email.toLowerCase(java.util.Locale.ROOT)).stream()
                .filter(contact -> contact.path("role").asText().equals("user"))
                .filter(contact -> !isArchived(contact) && !contact.has("merged_into"))
                .findFirst();
    }

    static boolean isArchived(ObjectNode contact) {
        return contact.path("archived").asBoolean();
    }

    private static void refuseMerged(ObjectNode contact) {
        if (contact.has("merged_into")) {
            throw new ApiException(
                            410,
                            "contact_merged",
                            "This contact has been merged. See the 'Link' header for the canonical contact.")
                    .with(
                            "Link",
                            "</contacts/%s>; rel=\"canonical\""
                                    .formatted(contact.path("merged_into").asText()));
        }
    }
}
