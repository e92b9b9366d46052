package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.batch.RowId;
import dev.ferry.asapp.batch.SourceTime;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One row of a feed with the columns that are read, and its place in the export.
///
/// Values are texts whatever JSON type they came in, since numbers come as strings and the reverse. *Threading*:
/// immutable.
final class SourceRow {
    /// Which of two rows of one unique condition wins: the later logical time, then the later place in the
    /// export.
    static final Comparator<SourceRow> NEWEST_LAST =
            Comparator.comparingLong(SourceRow::logicalNanos).thenComparing(SourceRow::place);

    /// Rows of one unique condition are neighbours, and the last of them wins.
    static final Comparator<SourceRow> BY_KEY = SourceRow::compareByKey;

    private final RowColumns columns;
    private final @Nullable String[] values;
    private final Place place;
    private final String uniqueKey;

    SourceRow(RowColumns columns, @Nullable String[] values, Place place) {
        this.columns = columns;
        this.values = values;
        this.place = place;
        this.uniqueKey = columns.uniqueKey(values);
    }

    FeedSpec feed() {
        return columns.feed();
    }

    Place place() {
        return place;
    }

    /// A text, or null when there is none or it is empty.
    @Nullable
    String text(String column) {
        String value = raw(column);
        return value == null || value.isEmpty() ? null : CleanText.of(value);
    }

    /// An id in its one spelling, or null.
    @Nullable
    String id(String column) {
        return RowId.normal(raw(column));
    }

    /// A time, or null.
    @Nullable
    Instant time(String column) {
        long nanos = nanos(column);
        return nanos == SourceTime.NONE ? null : SourceTime.instant(nanos);
    }

    /// A time, or [SourceTime#NONE]. *Units*: nanoseconds since 1970.
    long nanos(String column) {
        return RowColumns.nanos(raw(column));
    }

    /// A number, or null.
    @Nullable
    Double number(String column) {
        return Scalars.number(raw(column));
    }

    /// Whether a boolean column says yes, in any of its spellings.
    boolean flag(String column) {
        return Scalars.isTrue(raw(column));
    }

    /// The unique condition, values in their one spelling.
    String uniqueKey() {
        return uniqueKey;
    }

    /// How many read values differ from those of another row of the feed.
    int differences(SourceRow other) {
        int differences = 0;
        for (int slot = 0; slot < values.length; slot++) {
            if (!columns.isOrder(slot) && !Scalars.same(values[slot], other.values[slot])) {
                differences++;
            }
        }
        return differences;
    }

    private int compareByKey(SourceRow other) {
        int byKey = uniqueKey.compareTo(other.uniqueKey);
        return byKey != 0 ? byKey : NEWEST_LAST.compare(this, other);
    }

    // Few rows have another one of their unique condition, so the time is not kept.
    private long logicalNanos() {
        return columns.logicalNanos(values);
    }

    private @Nullable String raw(String column) {
        return values[columns.slot(column)];
    }

    /// Where a row stands in the export. Places are in the order in which the export gave them.
    record Place(File file, long line) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byFile = file.equals(other.file) ? 0 : file.compareTo(other.file);
            return byFile != 0 ? byFile : Long.compare(line, other.line);
        }
    }

    /// A file of the export.
    ///
    /// @param partition label that sorts by time
    /// @param split number of the split file, 0 when the partition is one file
    record File(String feed, String partition, int split, String name) implements Comparable<File> {
        private static final Comparator<File> ORDER = Comparator.comparing(File::partition)
                .thenComparingInt(File::split)
                .thenComparing(File::name)
                .thenComparing(File::feed);

        @Override
        public int compareTo(File other) {
            return ORDER.compare(this, other);
        }
    }
}
