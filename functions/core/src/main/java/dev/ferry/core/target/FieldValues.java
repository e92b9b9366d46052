package dev.ferry.core.target;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The values of one record's fields in the order of the names: an array over the names of its phase, since a run
/// makes millions of records and a tree of its own for each costs more than what fills it. *Threading*: immutable.
public final class FieldValues extends AbstractMap<String, FieldValue> implements SortedMap<String, FieldValue> {
    private final FieldNames names;
    private final @Nullable FieldValue[] values;

    /// @param values at the places of the names, null where the record has none; not copied
    private FieldValues(FieldNames names, @Nullable FieldValue[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public int size() {
        int present = 0;
        for (FieldValue value : values) {
            present += value == null ? 0 : 1;
        }
        return present;
    }

    @Override
    public @Nullable FieldValue get(@Nullable Object name) {
        int place = name == null ? -1 : names.place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, FieldValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, FieldValue>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return FieldValues.this.size();
            }
        };
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, FieldValue> subMap(String from, String to) {
        return tree().subMap(from, to);
    }

    @Override
    public SortedMap<String, FieldValue> headMap(String to) {
        return tree().headMap(to);
    }

    @Override
    public SortedMap<String, FieldValue> tailMap(String from) {
        return tree().tailMap(from);
    }

    @Override
    public String firstKey() {
        return tree().firstKey();
    }

    @Override
    public String lastKey() {
        return tree().lastKey();
    }

    private SortedMap<String, FieldValue> tree() {
        return Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, FieldValue>) this));
    }

    /// The values that are there, one after the other.
    private final class Entries implements Iterator<Map.Entry<String, FieldValue>> {
        private int place;

        @Override
        public boolean hasNext() {
            while (place < values.length && values[place] == null) {
                place++;
            }
            return place < values.length;
        }

        @Override
        public Map.Entry<String, FieldValue> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            FieldValue value = Objects.requireNonNull(values[place]);
            return Map.entry(names.at(place++), value);
        }
    }

    /// Values in the making. *Threading*: for one thread.
    public static final class Draft {
        private static final @Nullable FieldValue[] FINISHED = {};

        private final FieldNames names;
        private @Nullable FieldValue[] values;

        /// @param names of all fields that may get a value
        public Draft(FieldNames names) {
            this.names = names;
            this.values = new FieldValue[names.size()];
        }

        /// A draft that begins with the values of another.
        public Draft(Draft begun) {
            this.names = begun.names;
            this.values = begun.values.clone();
        }

        /// Sets a field, which may have a value already.
        ///
        /// *Errors*: `NoSuchElementException` for a field that is not among the names.
        public void put(String field, FieldValue value) {
            int place = names.place(field);
            if (place < 0) {
                throw new NoSuchElementException("no record of the phase has a field " + field);
            }
            put(place, value);
        }

        /// Sets the field at a place among the names, which may have a value already.
        public void put(int place, FieldValue value) {
            values[place] = value;
        }

        /// The value of a field so far; null when it has none.
        public @Nullable FieldValue get(String field) {
            int place = names.place(field);
            return place < 0 ? null : values[place];
        }

        /// The values as they stand. After that the draft is of no more use: asking it fails.
        public FieldValues finish() {
            FieldValues finished = new FieldValues(names, values);
            values = FINISHED;
            return finished;
        }
    }
}
