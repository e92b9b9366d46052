package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A row being written: its values so far, and which of them the client gave.
final class Draft {
    private final SObjectType type;
    private final @Nullable Row before;
    private final @Nullable Object[] values;
    private final BitSet given = new BitSet();
    private byte @Nullable [] body;

    Draft(SObjectType type, @Nullable Row before) {
        this.type = type;
        this.before = before;
        int width = type.fields().size();
        this.values = before == null ? new Object[width] : Arrays.copyOf(before.values(), width);
    }

    SObjectType type() {
        return type;
    }

    @Nullable
    Row before() {
        return before;
    }

    boolean inserting() {
        return before == null;
    }

    @Nullable
    Object get(Field field) {
        return values[field.index()];
    }

    @Nullable
    Object get(String field) {
        return values[type.require(field).index()];
    }

    @Nullable
    String text(String field) {
        return get(field) instanceof String text ? text : null;
    }

    boolean is(String field) {
        return Boolean.TRUE.equals(get(field));
    }

    void set(Field field, @Nullable Object value) {
        values[field.index()] = value;
    }

    void set(String field, @Nullable Object value) {
        set(type.require(field), value);
    }

    void give(Field field, @Nullable Object value) {
        set(field, value);
        given.set(field.index());
    }

    boolean given(Field field) {
        return given.get(field.index());
    }

    boolean given(String field) {
        return given(type.require(field));
    }

    /// Whether the value differs from the one before, or is there at all on insert.
    boolean changed(Field field) {
        Object old = before == null ? null : before.value(field);
        Object now = get(field);
        return old == null ? now != null : !old.equals(now);
    }

    void body(byte[] bytes) {
        this.body = bytes;
    }

    byte @Nullable [] body() {
        return body;
    }

    Row row(String id) {
        return new Row(id, values, Row.Life.LIVE);
    }
}
