package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.batch.RowId;
import dev.ferry.asapp.batch.SourceTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which columns of a feed are read, and where each stands in the values of a row. *Threading*: immutable.
final class RowColumns {
    private static final int NONE = -1;

    private final FeedSpec feed;
    private final Map<String, Integer> slots;
    private final int order;
    private final int[] key;
    private final int[] fallbackKey;
    private final boolean[] times;

    RowColumns(FeedSpec feed) {
        this.feed = feed;
        this.slots = feed.slots();
        this.order = feed.order().map(this::slot).orElse(NONE);
        this.key = slots(feed.key());
        this.fallbackKey = slots(feed.fallbackKey());
        this.times = new boolean[slots.size()];
        feed.times().forEach(column -> times[slot(column)] = true);
    }

    FeedSpec feed() {
        return feed;
    }

    /// How many there are.
    int size() {
        return slots.size();
    }

    /// Where a column stands.
    int slot(String column) {
        Integer slot = slots.get(column);
        if (slot == null) {
            throw new IllegalArgumentException(feed.name() + " has no read column named " + column);
        }
        return slot;
    }

    /// The same, or null for a column that is not read.
    @Nullable
    Integer find(String column) {
        return slots.get(column);
    }

    /// Whether this is the column of the logical time.
    boolean isOrder(int slot) {
        return slot == order;
    }

    /// The logical time of a row, or [SourceTime#NONE]. *Units*: nanoseconds since 1970.
    long logicalNanos(@Nullable String[] values) {
        return order == NONE ? SourceTime.NONE : nanos(values[order]);
    }

    /// The unique condition of a row, values in their one spelling.
    String uniqueKey(@Nullable String[] values) {
        boolean falls = fallbackKey.length > 0 && RowId.normal(values[key[0]]) == null;
        int[] slots = falls ? fallbackKey : key;
        if (slots.length == 1) {
            return keyPart(slots[0], values);
        }
        StringBuilder unique = new StringBuilder();
        for (int slot : slots) {
            unique.append(keyPart(slot, values)).append('\u0000');
        }
        return unique.toString();
    }

    private String keyPart(int slot, @Nullable String[] values) {
        return times[slot] ? Long.toString(nanos(values[slot])) : String.valueOf(RowId.normal(values[slot]));
    }

    static long nanos(@Nullable String value) {
        return value == null ? SourceTime.NONE : SourceTime.nanos(value);
    }

    private int[] slots(List<String> columns) {
        return columns.stream().mapToInt(this::slot).toArray();
    }
}
