package dev.ferry.local.httpapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A route key of an HTTP API with its function.
///
/// @param key for example `POST /events/{feed}`
public record Route(String key, String function) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]+ (/[A-Za-z0-9._-]+|/\\{[A-Za-z0-9_]+})+");

    public Route {
        if (!SHAPE.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "Route '%s' of function %s is no method and path like POST /events/{feed}"
                            .formatted(key, function));
        }
    }

    /// The path parameters of a request that this route is for; empty when it is for others.
    ///
    /// @param segments of the path, decoded
    Optional<Map<String, String>> parameters(String method, List<String> segments) {
        String[] parts = key.split(" /", 2);
        List<String> wanted = Arrays.asList(parts[1].split("/"));
        if (!parts[0].equals(method) || wanted.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String part = wanted.get(i);
            if (part.startsWith("{")) {
                parameters.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
