package dev.ferry.local.salesforce.dml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row as it came: one cell per column. A null cell is left out; [#CLEAR] empties the field (`#N/A` in a CSV,
/// `null` in JSON); other cells are `String`, `Boolean`, `Number`, or `byte[]` for a binary body.
public record RowInput(
        List<? extends Binding> bindings, @Nullable Object[] cells) {
    /// The cell that empties a field.
    public static final Object CLEAR = new Object() {
        @Override
        public String toString() {
            return "CLEAR";
        }
    };
}
