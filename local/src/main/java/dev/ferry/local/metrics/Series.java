package dev.ferry.local.metrics;

import java.util.Map;
import java.util.Objects;

/// What a metric's values belong to: CloudWatch bills and graphs each of these by itself.
///
/// @param dimensions names with values
public record Series(String namespace, String metric, Map<String, String> dimensions) {

    public Series {
        Objects.requireNonNull(namespace);
        Objects.requireNonNull(metric);
        dimensions = Map.copyOf(dimensions);
    }
}
