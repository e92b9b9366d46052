package dev.ferry.core.run;

/// Where pushed events lie that a receiver has stored.
///
/// *Shape* of the objects below the prefix: JSON Lines, an event as ASAPP sent it on each line; a name that ends in
/// `.gz` is compressed. Duplicates do no harm.
///
/// @param bucket empty for the work bucket
/// @param prefix ends in a slash; empty when the run reads no events
public record EventsConfig(String bucket, String prefix) {
    /// No events.
    public static final EventsConfig NONE = new EventsConfig("", "");

    /// Whether the run reads events at all.
    public boolean isUsed() {
        return !prefix.isEmpty();
    }
}
