package dev.ferry.core.json;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A JSON object of which some members were read. It answers for these alone: it cannot tell others from members that
/// are not there, so asking for one of them, or for all there are, is a fault of the selection and fails.
///
/// *Threading*: immutable once read.
final class SelectedObject extends AbstractMap<String, Object> {
    private static final Object NULL = new Object();

    private final Shape shape;
    private final @Nullable Object[] values;
    private boolean empty = true;

    SelectedObject(Shape shape) {
        this.shape = shape;
        this.values = new Object[shape.size()];
    }

    /// Notes that there is a member, whether or not it is read.
    void noteMember() {
        empty = false;
    }

    void set(int place, @Nullable Object value) {
        values[place] = value == null ? NULL : value;
    }

    private @Nullable Object at(@Nullable Object name) {
        int place = name instanceof String member ? shape.place(member) : -1;
        if (place < 0) {
            throw new IllegalStateException("the member " + name + " was not read, but " + shape.names());
        }
        return values[place];
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Object value = at(name);
        return value == NULL ? null : value;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return at(name) != null;
    }

    @Override
    public boolean isEmpty() {
        return empty;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("only some members were read: " + shape.names());
    }
}
