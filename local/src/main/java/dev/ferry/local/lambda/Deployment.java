package dev.ferry.local.lambda;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every function of the product, as `functions.json` describes them: the same file for this host and for AWS.
///
/// @param functions names are unique, and a variable that two functions share has one value, because in one JVM
///     they
///     share the variable too
public record Deployment(List<FunctionDescription> functions) {

    public Deployment {
        functions = List.copyOf(functions);
        var names = new HashSet<String>();
        for (var function : functions) {
            if (!names.add(function.name())) {
                throw new IllegalArgumentException("Two functions are named " + function.name());
            }
        }
        merged(functions);
    }

    /// A function by its name.
    public Optional<FunctionDescription> find(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst();
    }

    /// The environment variables of all functions together; placeholders are not substituted yet.
    public Map<String, String> environment() {
        return merged(functions);
    }

    private static Map<String, String> merged(List<FunctionDescription> functions) {
        var merged = new HashMap<String, String>();
        for (var function : functions) {
            function.environment().forEach((name, value) -> {
                var other = merged.putIfAbsent(name, value);
                if (other != null && !other.equals(value)) {
                    throw new IllegalArgumentException(
                            "Function %s sets variable %s to '%s', another one to '%s'; give them different names"
                                    .formatted(function.name(), name, value, other));
                }
            });
        }
        return Map.copyOf(merged);
    }
}
