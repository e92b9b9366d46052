package dev.ferry.local.salesforce.store;

import dev.ferry.local.salesforce.schema.Field;
import org.jspecify.annotations.Nullable;

/// One record: values by field index. A row may be narrower than its type, when fields were added after it.
///
/// *Shape*: text as `String` or [LongText], numbers as `Integer` or `Double`, dates as `LocalDate`, date-times
/// as epoch milliseconds in `Long`, references as 18-character ids. The array is never changed once the row exists.
public record Row(String id, @Nullable Object[] values, Life life) {

    /// Where a record is in its life.
    public enum Life {
        LIVE,
        /// In the recycle bin.
        BINNED,
        /// Gone for good; the row remains as a tombstone without values.
        PURGED
    }

    /// The value of a field; null when it has none.
    public @Nullable Object value(Field field) {
        return field.index() < values.length ? values[field.index()] : null;
    }

    /// Whether the record is neither binned nor purged.
    public boolean live() {
        return life == Life.LIVE;
    }

    /// This row in another phase of its life.
    public Row as(Life changed) {
        return new Row(id, changed == Life.PURGED ? new Object[0] : values, changed);
    }
}
