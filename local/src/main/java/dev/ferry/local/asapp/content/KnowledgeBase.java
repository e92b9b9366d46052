package dev.ferry.local.asapp.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/// `GET /knowledge-base/v1/articles/{id}` and `/submissions/{id}`. There is no list.
///
/// *Shape* of the export's `config/knowledge-base.json`, which may be missing: `{"articles":[{"id",...}],
/// "submissions":[{"id",...}]}`. An article whose submission is not approved is not among the articles.
///
/// *Source*: `knowledge-base.yaml`.
public final class KnowledgeBase implements Resource {
    private static final List<String> KINDS = List.of("articles", "submissions");

    private final JsonNode file;

    /// @param export the directory of the export
    public KnowledgeBase(Path export) {
        this.file = ContentFile.read(export.resolve("config").resolve("knowledge-base.json"));
    }

    @Override
    public Response answer(Request request) {
        List<String> path = request.segments();
        boolean asked = request.method().equals("GET")
                && path.size() == 4
                && path.get(1).equals("v1")
                && KINDS.contains(path.get(2));
        if (!asked) {
            throw ApiException.of(404);
        }
        return StreamSupport.stream(file.path(path.get(2)).spliterator(), false)
                .filter(item -> item.path("id").asText().equals(path.get(3)))
                .findFirst()
                .map(Response::ok)
                .orElseThrow(() -> ApiException.of(404));
    }
}
