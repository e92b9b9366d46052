package dev.ferry.asapp.configuration;

/// A configured segment as it is evaluated.
///
/// @param id for example `GLOBAL`
public record SegmentRule(String id, SegmentQuery query) {
    /// Whether it takes in every conversation, whatever is known of it.
    public boolean matchesEverything() {
        return query instanceof SegmentQuery.Everything;
    }
}
