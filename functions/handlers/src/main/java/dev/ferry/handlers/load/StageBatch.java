package dev.ferry.handlers.load;

import java.util.List;

/// The event that the Distributed Map over buckets sends.
///
/// *Shape* as JSON: `{"input":{...phase event},"items":[{"bucket"}]}`. Lambda reads events by the names of
/// components alone: it knows no annotations of Jackson.
public record StageBatch(PhaseEvent input, List<Item> items) {
    public StageBatch {
        items = List.copyOf(items);
    }

    /// One bucket of canonical records.
    public record Item(int bucket) {}
}
