package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.store.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A selected field.
public final class Column {
    private final Path path;

    Column(Path path) {
        this.path = path;
    }

    /// The path's parts, such as `Account`, `Name`; nested objects in a JSON answer.
    public List<String> names() {
        return path.names();
    }

    /// The field at the end of the path.
    public Field field() {
        return path.field();
    }

    /// The reference that the path starts with, as an index of the row's own fields; null for the row's own field.
    public @Nullable Field reference() {
        return path.hops().isEmpty() ? null : path.hops().getFirst();
    }

    /// The value for a row.
    public @Nullable Object value(RowReader reader, Row row) {
        return path.value(reader, row);
    }
}
