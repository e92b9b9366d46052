package dev.ferry.local.asapp.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.tenant.ApiRules.UnknownExternalId;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Calls below `/conversation/v1/`. There is no list of all conversations.
///
/// *Source*: `conversations.yaml`.
public final class ConversationsResource implements Resource {
    private static final Pattern ID = Pattern.compile("[A-Z0-9]+");

    private final Tenant tenant;
    private final ConversationStore store;

    public ConversationsResource(Tenant tenant, ConversationStore store) {
        this.tenant = tenant;
        this.store = store;
    }

    @Override
    public Response answer(Request request) throws IOException {
        List<String> path = request.segments().size() > 2
                ? request.segments().subList(2, request.segments().size())
                : List.of();
        if (!request.path().startsWith("/conversation/v1/")) {
            throw ApiException.of(404);
        }
        String first = path.getFirst();
        if (first.equals("conversation") && path.size() == 2 && path.get(1).equals("messages")) {
            require(request, "GET");
            return Response.ok(messages(searched(request)));
        }
        if (!first.equals("conversations")) {
            throw ApiException.of(404);
        }
        return path.size() == 1 ? collection(request) : one(request, path);
    }

    private Response collection(Request request) throws IOException {
        return switch (request.method()) {
            case "GET" -> {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                ArrayNode items = answer.putArray("items");
                searched(request).ifPresent(found -> items.add(found.head()));
                yield Response.ok(answer);
            }
            case "POST" -> {
                Body body = Body.of(request, tenant.knobs().api().maxBodyBytes());
                String id = store.upsert(new ConversationWrites(tenant).head(body));
                yield Response.ok(JsonNodeFactory.instance.objectNode().put("id", id));
            }
            default -> throw ApiException.of(404);
        };
    }

    private Optional<Conversation> searched(Request request) {
        String externalId = request.query().get("externalId");
        if (externalId == null
                || externalId.isEmpty()
                || tenant.knobs().faults().refuses(externalId)) {
            throw ApiException.of(400);
        }
        Optional<Conversation> found = store.byExternalId(externalId);
        if (found.isEmpty() && tenant.knobs().api().unknownExternalId() == UnknownExternalId.NOT_FOUND) {
            throw ApiException.of(404);
        }
        return found;
    }

    private Response one(Request request, List<String> path) throws IOException {
        String id = path.get(1);
        if (!ID.matcher(id).matches() || tenant.knobs().faults().refuses(id)) {
            throw ApiException.of(400);
        }
        Conversation conversation = store.byId(id).orElseThrow(() -> ApiException.of(404));
        String below = String.join("/", path.subList(2, path.size()));
        return switch (request.method() + " " + below) {
            case "GET " -> Response.ok(conversation.head());
            case "GET messages" -> Response.ok(messages(Optional.of(conversation)));
            case "POST messages" -> {
                Body body = Body.of(request, tenant.knobs().api().maxBodyBytes());
                String added = store.add(id, List.of(new ConversationWrites(tenant).message(body, "")))
                        .getFirst();
                yield Response.ok(JsonNodeFactory.instance.objectNode().put("id", added));
            }
            case "POST messages/batch" -> {
                Body body = Body.of(request, tenant.knobs().api().maxBodyBytes());
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                store.add(id, new ConversationWrites(tenant).messages(body)).forEach(answer.putArray("ids")::add);
                yield Response.ok(answer);
            }
            case "POST authenticate" -> Response.empty(204);
            default -> message(request, conversation, path);
        };
    }

    private static Response message(Request request, Conversation conversation, List<String> path) {
        require(request, "GET");
        if (path.size() != 4 || !path.get(2).equals("messages")) {
            throw ApiException.of(404);
        }
        return conversation.messages().stream()
                .filter(message -> message.path("messageId").asText().equals(path.get(3)))
                .findFirst()
                .map(Response::ok)
                .orElseThrow(() -> ApiException.of(404));
    }

    private static JsonNode messages(Optional<Conversation> conversation) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        conversation.ifPresent(found -> found.messages().forEach(items::add));
        return answer;
    }

    private static void require(Request request, String method) {
        if (!request.method().equals(method)) {
            throw ApiException.of(404);
        }
    }
}
