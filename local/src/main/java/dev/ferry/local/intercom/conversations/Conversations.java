package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The conversations that are there.
///
/// *Shape* of a document beside the API's fields: `contacts` as ids, `tags` as [AppliedTags] has them,
/// `readable_at` and `indexed_at` in milliseconds; `company` as an id.
///
/// [AppliedTags]: dev.ferry.local.intercom.tags.AppliedTags
public record Conversations(Workspace workspace, Documents documents) {

    /// A conversation for writing, which can be done at once. *Errors*: 404.
    public ObjectNode known(String id) {
        return documents.find(Kind.CONVERSATION, id).orElseThrow(ApiException::noResource);
    }

    /// A conversation for reading. *Errors*: 404, also for a while after its creation.
    public ObjectNode readable(String id) {
        return Optional.of(known(id))
                .filter(conversation -> conversation.path("readable_at").asLong() <= workspace.millis())
                .orElseThrow(ApiException::noResource);
    }

    /// A conversation to be changed in place. *Errors*: 404.
    public static ObjectNode change(Workspace workspace, Edit edit, String id) {
        new Conversations(workspace, edit).known(id);
        return edit.change(Kind.CONVERSATION, id);
    }

    /// Whether searches and lists find it already.
    public boolean isIndexed(ObjectNode conversation) {
        return conversation.path("indexed_at").asLong() <= workspace.millis();
    }

    /// The ids of its participants.
    public static List<String> contacts(ObjectNode conversation) {
        List<String> ids = new ArrayList<>();
        for (JsonNode id : conversation.path("contacts")) {
            ids.add(id.asText());
        }
        return ids;
    }
}
