package dev.ferry.local.cloud;

import dev.ferry.handlers.environment.Environment;
import java.util.Map;

/// The environment variables of the hosted functions, which in one JVM are system properties.
///
/// @param values by variable name
record FunctionVariables(Map<String, String> values) implements AutoCloseable {

    FunctionVariables {
        values = Map.copyOf(values);
    }

    /// Sets them for the whole process.
    static FunctionVariables set(Map<String, String> values) {
        values.forEach((name, value) -> System.setProperty(Environment.PROPERTY_PREFIX + name, value));
        return new FunctionVariables(values);
    }

    @Override
    public void close() {
        values.keySet().forEach(name -> System.clearProperty(Environment.PROPERTY_PREFIX + name));
    }
}
