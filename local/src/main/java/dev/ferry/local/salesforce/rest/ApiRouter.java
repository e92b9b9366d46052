package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.bulk.BulkException;
import dev.ferry.local.salesforce.soql.SoqlException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the resource of a path below `/services/data`, and turns what it throws into the API's error envelope.
final class ApiRouter {
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.0");
    private final Map<String, Resource> resources = new HashMap<>();

    ApiRouter(Org org, ApiUsage usage) {
        resources.put("limits", new LimitsResource(org, usage));
        resources.put("sobjects", new SObjectResource(org));
        QueryResource query = new QueryResource(org);
        resources.put("query", query);
        resources.put("queryall", query);
        resources.put("jobs/ingest", new IngestResource(org));
        resources.put("jobs/query", new QueryJobResource(org));
        resources.put("composite/sobjects", new CollectionsResource(org));
        resources.put("composite/tree", new TreeResource(org));
        resources.put("tooling", new ToolingResource(org));
        resources.put("composite", new CompositeResource(org, this));
    }

    Response versions() {
        ArrayNode list = Json.array();
        for (int version = Api.OLDEST; version <= Api.NEWEST; version++) {
            list.addObject()
                    .put("label", "Version " + version)
                    .put("url", "/services/data/v" + version + ".0")
                    .put("version", version + ".0");
        }
        return Response.ok(list);
    }

    /// Answers a request whose session is known.
    Response answer(Request request, Session session) throws IOException {
        try {
            return routed(request, session);
        } catch (ApiException e) {
            return e.response();
        } catch (BulkException e) {
            return new ApiException(e.status(), e.code(), String.valueOf(e.getMessage())).response();
        } catch (SoqlException e) {
            return new ApiException(400, e.code(), String.valueOf(e.getMessage())).response();
        }
    }

    private Response routed(Request request, Session session) throws IOException {
        List<String> segments = request.segments();
        Matcher version = VERSION.matcher(segments.get(2));
        if (!version.matches() || Integer.parseInt(version.group(1)) > Api.NEWEST) {
            throw ApiException.notFound();
        }
        if (Integer.parseInt(version.group(1)) < Api.OLDEST) {
            throw new ApiException(410, "UNSUPPORTED_API_VERSION", "API Version " + version.group(1) + ".0 is retired");
        }
        List<String> path = segments.subList(3, segments.size());
        Call call = new Call(request, session, version.group(1) + ".0", path);
        return path.isEmpty() ? index(call) : resource(path).answer(call);
    }

    private Resource resource(List<String> path) {
        String first = path.getFirst().toLowerCase(Locale.ROOT);
        String both = path.size() > 1 ? first + "/" + path.get(1).toLowerCase(Locale.ROOT) : first;
        Resource found = resources.getOrDefault(both, resources.get(first));
        if (found == null) {
            throw ApiException.notFound();
        }
        return found;
    }

    private static Response index(Call call) {
        ObjectNode json = Json.object();
        for (String name : List.of("sobjects", "query", "queryAll", "limits", "jobs", "composite", "tooling")) {
            json.put(name, call.link("/" + name));
        }
        return Response.ok(json);
    }
}
