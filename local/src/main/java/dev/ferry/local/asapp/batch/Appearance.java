package dev.ferry.local.asapp.batch;

import dev.ferry.local.asapp.tree.Partition;
import java.time.Instant;
import java.util.Comparator;

/// Something that comes into the bucket at a moment of the tenant's time.
///
/// @param key the partition's path in the bucket
record Appearance(Instant at, Kind kind, String key, Partition partition) implements Comparable<Appearance> {
    private static final Comparator<Appearance> ORDER =
            Comparator.comparing(Appearance::at).thenComparing(Appearance::kind).thenComparing(Appearance::key);

    /// What comes; in this order where they come at once.
    enum Kind {
        DATA,
        SUCCESS
    }

    @Override
    public int compareTo(Appearance other) {
        return ORDER.compare(this, other);
    }
}
