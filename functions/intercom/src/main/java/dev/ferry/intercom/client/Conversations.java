package dev.ferry.intercom.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.http.Json;
import dev.ferry.http.RequestBody;
import dev.ferry.intercom.client.internal.ApiRequest;
import dev.ferry.intercom.client.internal.ApiRequest.Repetition;
import dev.ferry.intercom.client.internal.ApiTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Conversations and their parts. Reads answer with the 500 latest parts of a conversation at the most.
public final class Conversations {
    private final ApiTransport transport;
    private final Patience patience;
    private final Pages pages;

    Conversations(ApiTransport transport, Patience patience) {
        this.transport = transport;
        this.patience = patience;
        this.pages = new Pages(transport);
    }

    /// Makes a conversation and gives back its id. A contact that was made a moment ago is waited for.
    ///
    /// Each call makes another one, so none is repeated when its answer was lost:
    /// [IntercomException#leavesUnknown()].
    public String create(JsonNode conversation) {
        JsonNode message = patience.untilThere(
                () -> transport.send(ApiRequest.once("/conversations", conversation, "make a conversation")));
        String id = message.path("conversation_id").asText("");
        if (id.isEmpty()) {
            throw new IntercomException(
                    ErrorCode.MALFORMED_ANSWER, IntercomException.Failure.of("learn the id of a conversation"));
        }
        return id;
    }

    /// Adds a part and gives back the conversation. Never repeated when its answer was lost.
    public JsonNode reply(String id, JsonNode part) {
        return patience.untilThere(() -> transport.send(
                ApiRequest.once("/conversations/" + id + "/reply", part, "reply in conversation " + id)));
    }

    /// Changes title, company and attributes; each attribute leaves a part behind, so unchanged ones are not sent.
    public JsonNode update(String id, JsonNode changes) {
        return patience.untilThere(() -> transport.send(
                ApiRequest.repeatable("PUT", "/conversations/" + id, changes, "change conversation " + id)));
    }

    /// A conversation with its parts as Intercom shows them.
    public Optional<JsonNode> find(String id) {
        return Absence.of(() -> transport.send(ApiRequest.get("/conversations/" + id, "read conversation " + id)));
    }

    /// The same for one that is known to have been made: a 404 is waited out for some seconds.
    public Optional<JsonNode> findMade(String id) {
        return Absence.of(() -> patience.shortly()
                .untilThere(() -> transport.send(ApiRequest.get("/conversations/" + id, "read conversation " + id))));
    }

    /// Conversations by id, without their parts, 15 a call.
    public List<JsonNode> withIds(Collection<String> ids) {
        List<JsonNode> found = new ArrayList<>();
        List<String> all = ids.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += Query.MOST_VALUES) {
            search(Query.anyOf("id", all.subList(from, Math.min(all.size(), from + Query.MOST_VALUES))), found);
        }
        return found;
    }

    /// Conversations of a contact that began at a second.
    public List<JsonNode> of(String contact, long second) {
        List<JsonNode> found = new ArrayList<>();
        search(
                Query.all(
                        Query.condition("contact_ids", "=", contact),
                        Query.condition("created_at", ">", second - 1),
                        Query.condition("created_at", "<", second + 1)),
                found);
        found.removeIf(conversation -> conversation.path("created_at").asLong() != second);
        return found;
    }

    /// Conversations that have one of these contacts, without their parts, 15 contacts a call. One that was deleted
    /// a moment ago may still be found.
    public List<JsonNode> ofContacts(Collection<String> contacts) {
        List<JsonNode> found = new ArrayList<>();
        List<String> all = contacts.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += Query.MOST_VALUES) {
            search(
                    Query.anyOf("contact_ids", all.subList(from, Math.min(all.size(), from + Query.MOST_VALUES))),
                    found);
        }
        return found;
    }

    /// The first conversations that have a tag. One that was deleted a moment ago may still be found.
    public List<JsonNode> tagged(String tag, int most) {
        return pages.search(
                        "/conversations/search",
                        Query.all(Query.condition("tag_ids", "=", tag)),
                        "conversations",
                        "search conversations by tag " + tag)
                .limit(most)
                .toList();
    }

    private void search(JsonNode query, List<JsonNode> found) {
        pages.search("/conversations/search", query, "conversations", "search conversations")
                .forEach(found::add);
    }

    /// Assigns a conversation to an admin. Happens now: no time can be given.
    public void assign(String id, String admin, String assignee) {
        part(id, act("assignment", admin).put("assignee_id", assignee), "assign conversation " + id);
    }

    /// Closes a conversation. Happens now, and once more each time: look at its state before a repeat.
    public void close(String id, String admin) {
        part(id, act("close", admin), "close conversation " + id);
    }

    /// Opens a conversation again.
    public void open(String id, String admin) {
        part(id, act("open", admin), "open conversation " + id);
    }

    private static ObjectNode act(String type, String admin) {
        return Json.object().put("message_type", type).put("type", "admin").put("admin_id", admin);
    }

    private void part(String id, JsonNode part, String attempted) {
        transport.send(ApiRequest.once("/conversations/" + id + "/parts", part, attempted));
    }

    /// Makes a ticket of a conversation; its parts stay.
    public JsonNode convert(String id, JsonNode ticket) {
        return transport.send(
                ApiRequest.once("/conversations/" + id + "/convert", ticket, "make a ticket of conversation " + id));
    }

    /// Tags a conversation; a second time changes nothing.
    public void tag(String id, String tag, String admin) {
        transport.send(ApiRequest.repeatable(
                "POST",
                "/conversations/" + id + "/tags",
                Json.object().put("id", tag).put("admin_id", admin),
                "tag conversation " + id + " with " + tag));
    }

    /// Removes a tag. The deletion has a document.
    public void untag(String id, String tag, String admin) {
        RequestBody body = RequestBody.of(
                "application/json",
                Json.object().put("admin_id", admin).toString().getBytes(StandardCharsets.UTF_8));
        transport.send(new ApiRequest(
                "DELETE",
                "/conversations/" + id + "/tags/" + tag,
                body,
                "remove tag " + tag + " from conversation " + id,
                Repetition.HARMLESS));
    }

    /// Deletes a conversation for good. Its rows in reports stay.
    public void delete(String id) {
        transport.send(ApiRequest.delete("/conversations/" + id, "delete conversation " + id));
    }

    /// Deletes the ticket that a conversation has become.
    public void deleteTicket(String id) {
        transport.send(ApiRequest.delete("/tickets/" + id, "delete ticket " + id));
    }

    /// The conversations that were deleted.
    public List<JsonNode> deleted() {
        return pages.numbered("/conversations/deleted", "conversations", "list deleted conversations")
                .toList();
    }
}
