package dev.ferry.local.dynamodb;

import java.util.Objects;
import java.util.Optional;

/// A table of the deployment: string partition key, string sort key, billed on demand.
///
/// *Shape* in `resources.json`: `{"name":"staging","partitionKey":"pk","sortKey":"sk","timeToLive":"ttl"}`; the
/// last may be absent.
public record TableDescription(String name, String partitionKey, String sortKey, Optional<String> timeToLive) {

    public TableDescription {
        Objects.requireNonNull(name, "a table needs a name");
        Objects.requireNonNull(partitionKey, "a table needs a partitionKey");
        Objects.requireNonNull(sortKey, "a table needs a sortKey");
        Objects.requireNonNull(timeToLive);
    }
}
