package dev.ferry.local.intercom.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.workspace.App;
import java.util.Map;
import java.util.Optional;

/// A request that passed the door.
///
/// @param route method and path as the documents write them
/// @param path the values of the path's variables
/// @param body empty when there was none
/// @param requestId the id that the answer carries
public record Call(
        App app,
        ApiVersion version,
        String route,
        Map<String, String> path,
        Map<String, String> query,
        ObjectNode body,
        String requestId) {

    public Call {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /// A variable of the path.
    public String path(String name) {
        return Optional.ofNullable(path.get(name))
                .orElseThrow(() -> new IllegalStateException(route + " has no " + name));
    }

    /// A parameter of the query.
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /// A parameter of the query that is true or false. *Errors*: 400.
    public boolean flag(String name, boolean otherwise) {
        return query(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw ApiException.invalid(name + " must be true or false");
                })
                .orElse(otherwise);
    }

    /// The fields of the body.
    public Fields fields() {
        return new Fields(body);
    }
}
