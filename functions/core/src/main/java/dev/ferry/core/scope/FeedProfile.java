package dev.ferry.core.scope;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What files of one feed hold.
///
/// *Shape* as JSON: the components by name.
///
/// @param rows rows that can be read
/// @param rejected lines that cannot
/// @param bytes uncompressed. *Units*: bytes
/// @param entities the things that the rows belong to, for example issues
/// @param keys the rows by the feed's unique key, so that restated rows count once
/// @param customers the customers that rows name
/// @param columns by name
/// @param fields the fields of feeds that hold one field and value a row, by name
public record FeedProfile(
        String feed,
        long rows,
        long rejected,
        long bytes,
        DistinctCount entities,
        DistinctCount keys,
        DistinctCount customers,
        SortedMap<String, ValueProfile> columns,
        SortedMap<String, ValueProfile> fields) {

    public FeedProfile {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// A feed without a row.
    public static FeedProfile none(String feed) {
        return new FeedProfile(
                feed,
                0,
                0,
                0,
                new DistinctCount(),
                new DistinctCount(),
                new DistinctCount(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /// Both together, of the same feed.
    public FeedProfile plus(FeedProfile other) {
        return new FeedProfile(
                feed,
                rows + other.rows,
                rejected + other.rejected,
                bytes + other.bytes,
                entities.union(other.entities),
                keys.union(other.keys),
                customers.union(other.customers),
                both(columns, other.columns),
                both(fields, other.fields));
    }

    private static SortedMap<String, ValueProfile> both(
            SortedMap<String, ValueProfile> one, SortedMap<String, ValueProfile> other) {
        SortedMap<String, ValueProfile> both = new TreeMap<>(one);
        other.forEach((name, profile) -> both.merge(name, profile, ValueProfile::plus));
        return both;
    }
}
