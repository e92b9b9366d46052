package dev.ferry.local.asapp.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Body;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.journal.Facts;
import dev.ferry.local.simulation.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Calls below `/configuration/v1/`: lists by cursor, items, and changes where the category allows them.
///
/// *Source*: `partner-configuration.yaml`.
public final class ConfigurationResource implements Resource {

    /// The kind of fact that keeps a change.
    public static final String FACT = "configuration";

    private final Tenant tenant;
    private final Map<String, Catalogue> catalogues;

    /// @param export the directory of the export; its configuration is in `config/`
    public ConfigurationResource(Tenant tenant, Facts facts, Path export) {
        this.tenant = tenant;
        this.catalogues = Category.all()
                .map(category ->
                        new Catalogue(category, facts, export.resolve("config").resolve(category.path() + ".json")))
                .collect(Collectors.toMap(catalogue -> catalogue.category().path(), Function.identity()));
    }

    /// Takes up a change of an earlier start.
    public void replay(JsonNode fact) {
        Catalogue catalogue = catalogues.get(fact.path("category").asText());
        if (catalogue != null) {
            catalogue.replay(fact);
        }
    }

    @Override
    public Response answer(Request request) throws IOException {
        List<String> path = request.segments();
        boolean known = path.size() >= 3 && path.size() <= 4 && path.get(1).equals("v1");
        Catalogue catalogue = known ? catalogues.get(path.get(2)) : null;
        if (catalogue == null || !catalogue.category().verbs().contains(request.method())) {
            throw ApiException.of(404);
        }
        if (request.method().equals("GET")) {
            slow();
            return path.size() == 3 ? list(request, catalogue) : Response.ok(item(catalogue, path.get(3)));
        }
        return change(request, catalogue);
    }

    private void slow() throws IOException {
        Pause.of(Duration.ofMillis(tenant.knobs().api().slowConfigMs()));
    }

    private Response list(Request request, Catalogue catalogue) {
        List<ObjectNode> items = catalogue.list();
        String active = request.query().get("active");
        if (active != null && catalogue.category().path().equals("structured-data-fields")) {
            if (!active.equals("true") && !active.equals("false")) {
                throw ApiException.of(400);
            }
            items.removeIf(item -> item.path("active").asBoolean() != active.equals("true"));
        }
        return Response.ok(
                ItemPage.of(request, items).json(catalogue.category().array(), missingCursor(catalogue.category())));
    }

    private @Nullable String missingCursor(Category category) {
        return switch (tenant.knobs().api().missingCursor()) {
            case NULL -> null;
            case EMPTY -> "";
            case AS_PRINTED -> category.printedCursor().orElse(null);
        };
    }

    private static ObjectNode item(Catalogue catalogue, String id) {
        return catalogue.find(id).orElseThrow(() -> ApiException.of(404));
    }

    // Changes within a category at the same time are forbidden where the category has one writer.
    private Response change(Request request, Catalogue catalogue) throws IOException {
        if (!catalogue.beginWrite()) {
            throw ApiException.of(409);
        }
        try {
            slow();
            boolean whole = request.segments().size() == 3;
            return switch (request.method()) {
                case "POST" -> whole ? create(request, catalogue) : notFound();
                case "PUT", "PATCH" -> whole ? notFound() : update(request, catalogue);
                default -> whole ? notFound() : delete(request, catalogue);
            };
        } finally {
            catalogue.endWrite();
        }
    }

    private Response create(Request request, Catalogue catalogue) throws IOException {
        Body body = body(request);
        ItemRules.check(catalogue.category(), body);
        if (catalogue.find(body.required("id")).isPresent()) {
            throw ApiException.of(409);
        }
        catalogue.put(body.json());
        boolean segment = catalogue.category().path().equals("segments");
        return Response.json(segment ? tenant.knobs().api().segmentCreateStatus() : 201, body.json());
    }

    private Response update(Request request, Catalogue catalogue) throws IOException {
        ObjectNode old = item(catalogue, request.segments().get(3));
        Body given = body(request);
        ObjectNode changed =
                request.method().equals("PATCH") ? old.deepCopy() : given.json().objectNode();
        changed.setAll(given.json());
        changed.set("id", old.get("id"));
        ItemRules.check(catalogue.category(), new Body(changed, given.missingStatus(), given.wrongTypeStatus()));
        catalogue.put(changed);
        return Response.ok(changed);
    }

    private static Response delete(Request request, Catalogue catalogue) {
        String id = request.segments().get(3);
        item(catalogue, id);
        catalogue.delete(id);
        return Response.empty(204);
    }

    private Body body(Request request) throws IOException {
        return Body.of(request, tenant.knobs().api().maxBodyBytes());
    }

    private static Response notFound() {
        throw ApiException.of(404);
    }
}
