package dev.ferry.local.salesforce.soql;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The order and sameness of field values.
final class Comparing {
    private Comparing() {}

    static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return x.compareTo(y);
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        return a.toString().compareToIgnoreCase(b.toString());
    }

    /// An order of values in which those that are missing come first or last.
    static Comparator<@Nullable Object> order(boolean descending, boolean nullsLast) {
        Comparator<Object> values = descending ? (a, b) -> compare(b, a) : Comparing::compare;
        return nullsLast ? Comparator.nullsLast(values) : Comparator.nullsFirst(values);
    }

    /// A key under which same values meet.
    static @Nullable Object key(@Nullable Object value, boolean exact) {
        if (value instanceof String text) {
            return exact ? text : text.toLowerCase(Locale.ROOT);
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }
}
