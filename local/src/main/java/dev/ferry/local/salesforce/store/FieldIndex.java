package dev.ferry.local.salesforce.store;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// From a field's value to the numbers of the rows that carry it, binned rows included.
///
/// Text is compared without regard to case unless the field is case-sensitive, as external ids are on the platform.
final class FieldIndex {
    private static final int[] NONE = {};
    private final Map<String, Numbers> rows = new HashMap<>();
    private final boolean exact;

    FieldIndex(Field field) {
        this.exact = field.type() == FieldType.REFERENCE || field.definition().caseSensitive();
    }

    /// A growing list of row numbers.
    private static final class Numbers {
        private int[] items = new int[1];
        private int size;

        void add(int number) {
            if (size == items.length) {
                items = Arrays.copyOf(items, size * 2);
            }
            items[size++] = number;
        }

        void remove(int number) {
            for (int i = size - 1; i >= 0; i--) {
                if (items[i] == number) {
                    System.arraycopy(items, i + 1, items, i, size - i - 1);
                    size--;
                    return;
                }
            }
        }
    }

    void add(Object value, int number) {
        rows.computeIfAbsent(key(value), k -> new Numbers()).add(number);
    }

    void remove(Object value, int number) {
        String key = key(value);
        Numbers numbers = rows.get(key);
        if (numbers != null) {
            numbers.remove(number);
            if (numbers.size == 0) {
                rows.remove(key);
            }
        }
    }

    int[] find(Object value) {
        Numbers numbers = rows.get(key(value));
        return numbers == null ? NONE : Arrays.copyOf(numbers.items, numbers.size);
    }

    private String key(Object value) {
        String text = String.valueOf(value);
        return exact ? text : text.toLowerCase(Locale.ROOT);
    }
}
