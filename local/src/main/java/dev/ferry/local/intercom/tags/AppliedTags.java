package dev.ferry.local.intercom.tags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import java.util.Optional;

/// The tags of one object. *Shape* in its document: `"tags":[{"id":"105","at":1663597223,"by":"456"}]`.
///
/// @param owner the object's document; to be changed only when it may be
public record AppliedTags(Documents documents, ObjectNode owner) {

    /// Applies a tag, which is a no-op for one that is there, and gives back what the API shows of it.
    ///
    /// @param refuseAgain whether one that is there is refused instead
    public ObjectNode add(String tagId, String adminId, long seconds, boolean refuseAgain) {
        ObjectNode tag = documents.find(Kind.TAG, tagId).orElseThrow(ApiException::noResource);
        Optional<JsonNode> present = find(tagId);
        if (present.isPresent()) {
            if (refuseAgain) {
                throw ApiException.invalid("The tag is applied already");
            }
            return shown(present.get(), tag);
        }
        ObjectNode applied = owner.withArrayProperty("tags").addObject();
        applied.put("id", tagId).put("at", seconds).put("by", adminId);
        return shown(applied, tag);
    }

    /// Takes a tag away and gives back what the API shows of it. *Errors*: 404 when it is not there.
    public ObjectNode remove(String tagId, ApiException notThere) {
        JsonNode present = find(tagId).orElseThrow(() -> notThere);
        ArrayNode tags = owner.withArrayProperty("tags");
        ObjectNode shown =
                documents.find(Kind.TAG, tagId).map(tag -> shown(present, tag)).orElseThrow(() -> notThere);
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).path("id").asText().equals(tagId)) {
                tags.remove(i);
                break;
            }
        }
        return shown;
    }

    /// All of them, as the API shows them; tags that have been deleted meanwhile are none.
    public ArrayNode all() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        owner.path("tags")
                .forEach(applied -> documents
                        .find(Kind.TAG, applied.path("id").asText())
                        .ifPresent(tag -> all.add(shown(applied, tag))));
        return all;
    }

    private Optional<JsonNode> find(String tagId) {
        for (JsonNode applied : owner.path("tags")) {
            if (applied.path("id").asText().equals(tagId)) {
                return Optional.of(applied);
            }
        }
        return Optional.empty();
    }

    private static ObjectNode shown(JsonNode applied, ObjectNode tag) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "tag");
        shown.set("id", tag.path("id"));
        shown.set("name", tag.path("name"));
        shown.set("applied_at", applied.path("at"));
        shown.putObject("applied_by")
                .put("type", "admin")
                .put("id", applied.path("by").asText());
        return shown;
    }
}
