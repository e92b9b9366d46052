package dev.ferry.local.asapp.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// Reads what clients write: conversations and messages. *Errors*: 400 for what is missing, 422 for wrong types,
/// `400-03` for times.
record ConversationWrites(Tenant tenant) {
    private static final Set<String> ROLES = Set.of("agent", "customer", "system");
    private static final int MOST = 300;

    /// A conversation without its id.
    ObjectNode head(Body body) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("externalId", body.required("externalId"));
        body.object("agent").ifPresent(agent -> head.set("agent", person(body, agent)));
        head.set("customer", person(body, body.object("customer").orElseThrow(() -> ApiException.of(400))));
        ObjectNode metadata = head.putObject("metadata");
        body.object("metadata")
                .ifPresent(pairs -> pairs.properties().forEach(pair -> {
                    if (!pair.getValue().isTextual()) {
                        throw ApiException.of(422);
                    }
                    metadata.set(pair.getKey(), pair.getValue());
                }));
        body.optional("timestamp").ifPresent(text -> Timestamps.read(text, "/timestamp"));
        return head;
    }

    /// One message without its id.
    ObjectNode message(Body body, String path) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        String text = body.required("text");
        if (text.isEmpty()) {
            throw ApiException.of(400);
        }
        message.put("text", text);
        Body sender = inner(body, body.object("sender").orElseThrow(() -> ApiException.of(400)));
        String role = sender.required("role");
        if (!ROLES.contains(role)) {
            throw ApiException.of(400);
        }
        message.putObject("sender")
                .put("role", role)
                .put("externalId", sender.optional("externalId").orElse(null));
        Instant now = tenant.clock().now();
        Optional<String> sent = body.optional("timestamp");
        message.put("createdTimestamp", Timestamps.print(now));
        message.put(
                "clientTimestamp",
                Timestamps.print(sent.map(time -> Timestamps.read(time, path + "/timestamp"))
                        .orElse(now)));
        return message;
    }

    /// One to 300 messages.
    List<ObjectNode> messages(Body body) {
        JsonNode array = body.json().path("messages");
        if (array.isMissingNode() || (array.isArray() && (array.isEmpty() || array.size() > MOST))) {
            throw ApiException.of(400);
        }
        if (!array.isArray()) {
            throw ApiException.of(422);
        }
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> {
                    if (element instanceof ObjectNode object) {
                        return message(inner(body, object), "/messages");
                    }
                    throw ApiException.of(422);
                })
                .toList();
    }

    private static ObjectNode person(Body body, ObjectNode given) {
        Body person = inner(body, given);
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.put("externalId", person.required("externalId"));
        person.optional("name").ifPresent(name -> kept.put("name", name));
        return kept;
    }

    private static Body inner(Body body, ObjectNode object) {
        return new Body(object, body.missingStatus(), body.wrongTypeStatus());
    }
}
