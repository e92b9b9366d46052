package dev.ferry.local.intercom.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.function.BiConsumer;

/// The options of a list attribute of conversations.
final class AttributeOptions {
    private final Workspace workspace;
    private final DocumentStore store;

    AttributeOptions(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    static ObjectNode option(Workspace workspace, String label) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", workspace.chance().id().toString())
                .put("label", label)
                .put("archived", false);
    }

    Response add(Call call) {
        return changed(call, (attribute, options) -> options.add(option(workspace, label(call))));
    }

    Response rename(Call call) {
        return changed(call, (attribute, options) -> one(options, call).put("label", label(call)));
    }

    Response archive(Call call) {
        return changed(call, (attribute, options) -> {
            one(options, call).put("archived", true);
            int live = 0;
            for (JsonNode option : options) {
                live += option.path("archived").asBoolean() ? 0 : 1;
            }
            if (live < 2) {
                throw ConversationAttributesResource.unprocessable(
                        "A list attribute must have at least 2 active options");
            }
        });
    }

    private Response changed(Call call, BiConsumer<ObjectNode, ArrayNode> change) {
        return Response.ok(ConversationAttributesResource.shown(store.write(edit -> {
            ObjectNode attribute = ConversationAttributesResource.changeable(edit, call);
            if (!(attribute.path("options") instanceof ArrayNode options)) {
                throw ConversationAttributesResource.unprocessable("Options can only be managed on list attributes");
            }
            change.accept(attribute, options);
            return attribute.put("updated_at", workspace.seconds());
        })));
    }

    private static String label(Call call) {
        JsonNode label = call.body().path("label");
        if (label.isMissingNode() || label.isNull()) {
            throw ConversationAttributesResource.unprocessable("label is required");
        }
        if (!label.isTextual()) {
            throw ConversationAttributesResource.unprocessable("label must be a string");
        }
        if (call.body().size() > 1) {
            throw ConversationAttributesResource.unprocessable("only 'label' is accepted");
        }
        return label.textValue();
    }

    private static ObjectNode one(ArrayNode options, Call call) {
        for (JsonNode option : options) {
            if (option.path("id").asText().equals(call.path("option"))) {
                return (ObjectNode) option;
            }
        }
        throw new ApiException(404, "conversation_attribute_not_found", "List option not found");
    }
}
