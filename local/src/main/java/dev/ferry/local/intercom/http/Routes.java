package dev.ferry.local.intercom.http;

import dev.ferry.local.endpoint.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The endpoints by method and path; what is spelled out goes before what is variable, in the order of addition.
///
/// *Threading*: to be filled by one thread, then safe for concurrent use.
public final class Routes {
    private static final Pattern SLASH = Pattern.compile("/");
    private static final ApiVersion FIRST = ApiVersion.two(0);

    // Families that the API has and this simulator has not: to be told from a wrong path.
    private static final Set<String> NOT_SIMULATED = Set.of(
            "ai",
            "articles",
            "audiences",
            "away_status_reasons",
            "brands",
            "calls",
            "content",
            "content_snippets",
            "custom_object_instances",
            "data_connectors",
            "download",
            "emails",
            "events",
            "export",
            "fin",
            "fin_voice",
            "help_center",
            "internal_articles",
            "ip_allowlist",
            "macros",
            "news",
            "office_hours_schedules",
            "phone_call_redirects",
            "visitors");

    private final List<Route> routes = new ArrayList<>();

    /// Where a request leads to.
    ///
    /// @param name method and path as the documents write them
    public record Target(String name, Endpoint endpoint, Map<String, String> path) {}

    private record Route(String method, List<String> path, ApiVersion since, Endpoint endpoint) {
        boolean matches(Request request) {
            List<String> segments = request.segments();
            if (segments.size() != path.size() || !method.equals(request.method())) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!isVariable(path.get(i)) && !path.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> variables(Request request) {
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String part = path.get(i);
                if (isVariable(part)) {
                    variables.put(
                            part.substring(1, part.length() - 1),
                            request.segments().get(i));
                }
            }
            return variables;
        }

        private static boolean isVariable(String part) {
            return part.startsWith("{");
        }

        String name() {
            return method + " /" + String.join("/", path);
        }
    }

    /// Adds an endpoint that all versions have.
    public Routes add(String route, Endpoint endpoint) {
        return add(route, FIRST, endpoint);
    }

    /// Adds an endpoint.
    ///
    /// @param route such as `POST /contacts/{id}/tags`
    public Routes add(String route, ApiVersion since, Endpoint endpoint) {
        int space = route.indexOf(' ');
        List<String> path = SLASH.splitAsStream(route.substring(space + 1))
                .filter(part -> !part.isEmpty())
                .toList();
        routes.add(new Route(route.substring(0, space), path, since, endpoint));
        return this;
    }

    /// Finds the endpoint of a request. *Errors*: 404 for none, also when another method has one; 400 when the
    /// version does not have it; 501 for what this simulator does not have.
    public Target find(Request request, ApiVersion version) {
        Optional<Route> found = matching(request);
        if (found.isPresent()) {
            Route route = found.get();
            if (!version.has(route.since())) {
                throw ApiException.otherVersion();
            }
            return new Target(route.name(), route.endpoint(), route.variables(request));
        }
        if (!request.segments().isEmpty()
                && NOT_SIMULATED.contains(request.segments().getFirst())) {
            throw new ApiException(501, "not_simulated", "The simulator does not have " + request.path());
        }
        throw ApiException.noResource();
    }

    /// The route's name for the record of calls: with variables in place of ids.
    public String name(Request request) {
        return matching(request).map(Route::name).orElse(request.method() + " ?");
    }

    private Optional<Route> matching(Request request) {
        return routes.stream().filter(route -> route.matches(request)).findFirst();
    }
}
