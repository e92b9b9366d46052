package dev.ferry.local.intercom.tags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/tags`: creates or returns, renames, tags companies and users in one call, deletes.
public final class TagsResource {
    private final Workspace workspace;
    private final DocumentStore store;

    public TagsResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    /// Adds the endpoints.
    public void addTo(Routes routes) {
        routes.add("GET /tags", call -> list())
                .add("POST /tags", this::write)
                .add("GET /tags/{id}", this::get)
                .add("DELETE /tags/{id}", this::delete);
    }

    private Response list() {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        list.putArray("data")
                .addAll(store.read(documents -> documents.all(Kind.TAG)).stream()
                        .map(TagsResource::shown)
                        .toList());
        return Response.ok(list);
    }

    private Response get(Call call) {
        return Response.ok(shown(store.read(
                documents -> documents.find(Kind.TAG, call.path("id")).orElseThrow(ApiException::noResource))));
    }

    private Response write(Call call) {
        ObjectNode shown = store.write(edit -> {
            ObjectNode tag = createdOrFound(edit, call.fields());
            ObjectNode answer = shown(tag);
            answer.set("users", applied(edit, call, tag, Kind.CONTACT, "users"));
            answer.set("companies", applied(edit, call, tag, Kind.COMPANY, "companies"));
            return answer;
        });
        return Response.ok(shown);
    }

    private static ObjectNode createdOrFound(Edit edit, Fields fields) {
        String name = fields.text("name").filter(text -> !text.isBlank()).orElseThrow(TagsResource::invalid);
        List<ObjectNode> same = edit.by(Lookup.TAG_NAME, name.toLowerCase(Locale.ROOT));
        Optional<String> id = fields.id("id");
        if (id.isPresent()) {
            if (edit.find(Kind.TAG, id.get()).isEmpty()
                    || same.stream().anyMatch(tag -> !tag.path("id").asText().equals(id.get()))) {
                throw invalid();
            }
            return edit.change(Kind.TAG, id.get()).put("name", name);
        }
        return same.stream().findFirst().orElseGet(() -> {
            String fresh = edit.nextId();
            return edit.put(
                    Kind.TAG,
                    fresh,
                    JsonNodeFactory.instance.objectNode().put("id", fresh).put("name", name));
        });
    }

    private JsonNode applied(Edit edit, Call call, ObjectNode tag, Kind kind, String field) {
        var results = JsonNodeFactory.instance.arrayNode();
        for (JsonNode wanted : call.body().path(field)) {
            String id = found(edit, kind, wanted).orElseThrow(TagsResource::invalid);
            AppliedTags tags = new AppliedTags(edit, edit.change(kind, id));
            boolean untag = wanted.path("untag").asBoolean();
            if (untag) {
                tags.remove(tag.path("id").asText(), invalid());
            } else {
                tags.add(tag.path("id").asText(), Admins.BOT, workspace.seconds(), false);
            }
            results.addObject().put("id", id).put("tagged", !untag);
        }
        return results;
    }

    private static Optional<String> found(Edit edit, Kind kind, JsonNode wanted) {
        if (wanted.path("id").isTextual()
                && edit.find(kind, wanted.path("id").textValue()).isPresent()) {
            return Optional.of(wanted.path("id").textValue());
        }
        if (kind == Kind.COMPANY && wanted.path("company_id").isTextual()) {
            return edit.by(Lookup.COMPANY_KEY, wanted.path("company_id").textValue()).stream()
                    .map(company -> company.path("id").asText())
                    .findFirst();
        }
        return Optional.empty();
    }

    private Response delete(Call call) {
        return store.write(edit -> {
            ObjectNode tag = edit.find(Kind.TAG, call.path("id")).orElseThrow(ApiException::noResource);
            if (workspace.knobs().data().tagsInUse().contains(tag.path("name").asText())) {
                throw new ApiException(
                        400,
                        "tag_has_dependent_objects",
                        "Unable to delete Tag with dependent objects. Segments: Seg 1.");
            }
            edit.remove(Kind.TAG, call.path("id"));
            return Response.empty(200);
        });
    }

    private static ApiException invalid() {
        return ApiException.invalid("invalid tag parameters");
    }

    /// What a client sees of a tag.
    public static ObjectNode shown(ObjectNode tag) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "tag");
        shown.set("id", tag.path("id"));
        shown.set("name", tag.path("name"));
        return shown;
    }
}
