package dev.ferry.handlers.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// The event that the Distributed Map over buckets sends.
///
/// *Shape* as JSON: `{"BatchInput":{...phase event},"Items":[{"bucket"}]}`.
public record StageBatch(
        @JsonProperty("BatchInput") PhaseEvent input,
        @JsonProperty("Items") List<Item> items) {
    public StageBatch {
        items = List.copyOf(items);
    }

    /// One bucket of canonical records.
    public record Item(int bucket) {}
}
