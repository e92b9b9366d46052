package dev.ferry.intercom.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.internal.ApiRequest;
import dev.ferry.intercom.client.internal.ApiTransport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Contacts.
public final class Contacts {
    private final ApiTransport transport;
    private final Pages pages;

    Contacts(ApiTransport transport) {
        this.transport = transport;
        this.pages = new Pages(transport);
    }

    /// Makes a contact. One with the same e-mail or external id refuses it with `CONFLICT` and says its id, so the
    /// call may be repeated.
    public JsonNode create(JsonNode contact) {
        return transport.send(ApiRequest.repeatable("POST", "/contacts", contact, "make a contact"));
    }

    /// Changes a contact: the fields that are given, no other.
    public JsonNode update(String id, JsonNode contact) {
        return transport.send(ApiRequest.repeatable("PUT", "/contacts/" + id, contact, "change contact " + id));
    }

    /// A contact by its id in Intercom.
    public Optional<JsonNode> find(String id) {
        return Absence.of(() -> transport.send(ApiRequest.get("/contacts/" + id, "read contact " + id)));
    }

    /// Contacts of whom a field has one of these values, 15 values a call. One that was made a moment ago may be
    /// missing.
    public List<JsonNode> having(String field, Collection<String> values) {
        List<JsonNode> found = new ArrayList<>();
        List<String> all = values.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += Query.MOST_VALUES) {
            List<String> some = all.subList(from, Math.min(all.size(), from + Query.MOST_VALUES));
            pages.search("/contacts/search", Query.anyOf(field, some), "data", "search contacts by " + field)
                    .forEach(found::add);
        }
        return found;
    }

    /// The first contacts that have a tag.
    public List<JsonNode> tagged(String tag, int most) {
        return pages.search(
                        "/contacts/search",
                        Query.all(Query.condition("tag_id", "=", tag)),
                        "data",
                        "search contacts by tag " + tag)
                .limit(most)
                .toList();
    }

    /// All contacts.
    public Stream<JsonNode> all() {
        return pages.cursor("/contacts", "data", "list the contacts");
    }

    /// Takes a contact out of the archive.
    public void unarchive(String id) {
        transport.send(ApiRequest.repeatable(
                "POST", "/contacts/" + id + "/unarchive", Json.object(), "take contact " + id + " out of the archive"));
    }

    /// Puts a contact into the archive.
    public void archive(String id) {
        transport.send(ApiRequest.repeatable(
                "POST", "/contacts/" + id + "/archive", Json.object(), "put contact " + id + " into the archive"));
    }

    /// Deletes a contact for good.
    public void delete(String id) {
        transport.send(ApiRequest.delete("/contacts/" + id, "delete contact " + id));
    }

    /// Attaches a company to a contact; a second time changes nothing.
    public void attach(String contact, String company) {
        transport.send(ApiRequest.repeatable(
                "POST",
                "/contacts/" + contact + "/companies",
                Json.object().put("id", company),
                "attach company " + company + " to contact " + contact));
    }

    /// Detaches a company from a contact.
    public void detach(String contact, String company) {
        transport.send(ApiRequest.delete(
                "/contacts/" + contact + "/companies/" + company,
                "detach company " + company + " from contact " + contact));
    }
}
