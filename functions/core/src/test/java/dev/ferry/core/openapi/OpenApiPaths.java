package dev.ferry.core.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The operations of a description by method and path.
final class OpenApiPaths {
    private static final Pattern SLASH = Pattern.compile("/");

    private final List<Described> all = new ArrayList<>();

    /// One operation.
    record Operation(JsonNode json) {}

    private record Described(String name, List<String> parts, JsonNode operations) {
        boolean matches(List<String> path) {
            if (path.size() != parts.size()) {
                return false;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (!isVariable(parts.get(i)) && !parts.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        long variables() {
            return parts.stream().filter(OpenApiPaths::isVariable).count();
        }
    }

    OpenApiPaths(JsonNode paths) {
        paths.properties()
                .forEach(path -> all.add(new Described(path.getKey(), parts(path.getKey()), path.getValue())));
        // What is spelled out goes before what is variable.
        all.sort(Comparator.comparingLong(Described::variables));
    }

    Optional<Operation> operation(String method, String path) {
        return described(path)
                .map(found -> found.operations().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .map(Operation::new);
    }

    /// The path as the description writes it.
    String name(String path) {
        return described(path).map(Described::name).orElse(path);
    }

    private Optional<Described> described(String path) {
        List<String> parts = parts(path);
        return all.stream().filter(one -> one.matches(parts)).findFirst();
    }

    private static List<String> parts(String path) {
        return SLASH.splitAsStream(path).filter(part -> !part.isEmpty()).toList();
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }
}
