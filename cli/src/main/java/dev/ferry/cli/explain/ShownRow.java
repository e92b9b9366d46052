package dev.ferry.cli.explain;

import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.batch.SourceTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One row of a feed that belongs to the conversation.
///
/// @param place for example `utterances dt=2026-07-05/hr=14/mi=00 line 12`
/// @param key the unique condition's values, by which rows of a feed are versions of one another
/// @param order logical time in nanoseconds, then the place in the export; the greatest wins
/// @param values by column; absent where the row has none
public record ShownRow(String feed, String place, List<String> key, Order order, Map<String, String> values) {
    /// The oldest first.
    static final Comparator<ShownRow> OLDEST_FIRST = Comparator.comparing(ShownRow::order);

    public ShownRow {
        key = List.copyOf(key);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    static ShownRow of(FeedSpec spec, String place, Map<String, String> values, Place at) {
        String first =
                spec.key().isEmpty() ? "" : values.getOrDefault(spec.key().getFirst(), "");
        List<String> columns = first.isEmpty() && !spec.fallbackKey().isEmpty() ? spec.fallbackKey() : spec.key();
        long nanos = spec.order()
                .map(column -> SourceTime.nanos(values.getOrDefault(column, "")))
                .orElse(SourceTime.NONE);
        return new ShownRow(
                spec.family(),
                place,
                columns.stream().map(column -> values.getOrDefault(column, "")).toList(),
                new Order(nanos, at),
                values);
    }

    /// A row's place in the export.
    record Place(String partition, int split, long line) {}

    /// What decides between versions of a row.
    record Order(long nanos, Place place) implements Comparable<Order> {
        private static final Comparator<Order> COMPARATOR = Comparator.comparingLong(Order::nanos)
                .thenComparing(order -> order.place().partition())
                .thenComparing(order -> order.place().split())
                .thenComparing(order -> order.place().line());

        @Override
        public int compareTo(Order other) {
            return COMPARATOR.compare(this, other);
        }
    }
}
