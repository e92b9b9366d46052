package dev.ferry.local.salesforce.store;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of one object, in the order of their ids.
///
/// *Threading*: guarded by the store's lock.
public final class Table {
    /// What a record of ordinary size takes of data storage.
    public static final int RECORD_BYTES = 2_048;

    private final SObjectType type;
    private final Map<Integer, FieldIndex> indexes = new HashMap<>();
    private @Nullable Row[] rows = new Row[64];
    private int highest;
    private int live;
    private long dataBytes;
    private long fileBytes;

    Table(SObjectType type) {
        this.type = type;
    }

    /// The object whose rows these are.
    public SObjectType type() {
        return type;
    }

    /// How many rows are neither binned nor purged.
    public int live() {
        return live;
    }

    /// What the live rows take of data storage. *Units*: bytes.
    public long dataBytes() {
        return dataBytes;
    }

    /// What the bodies of live rows take of file storage. *Units*: bytes.
    public long fileBytes() {
        return fileBytes;
    }

    /// The highest row number there has been; rows are numbered from 1.
    public int highest() {
        return highest;
    }

    /// The row with that number, unless it was purged.
    public @Nullable Row at(int number) {
        Row row = number > 0 && number < rows.length ? rows[number] : null;
        return row == null || row.life() == Row.Life.PURGED ? null : row;
    }

    /// The row with that 18-character id, binned or live.
    public Optional<Row> find(String id) {
        long number = SalesforceId.number(id);
        return number > highest || !id.startsWith(type.keyPrefix())
                ? Optional.empty()
                : Optional.ofNullable(at((int) number));
    }

    /// The rows, binned or live, whose indexed field has that value.
    public List<Row> find(Field field, Object value) {
        List<Row> found = new ArrayList<>(1);
        for (int number : index(field).find(value)) {
            Row row = at(number);
            if (row != null) {
                found.add(row);
            }
        }
        return List.copyOf(found);
    }

    /// The live rows whose indexed field has that value.
    public List<Row> findLive(Field field, Object value) {
        List<Row> all = find(field, value);
        return all.isEmpty() ? all : all.stream().filter(Row::live).toList();
    }

    /// The first live row for which the field has that value, looking through all rows when the field has no index.
    public Optional<Row> first(String field, Object value) {
        Field wanted = type.require(field);
        for (int n = 1; n <= highest; n++) {
            Row row = at(n);
            if (row != null && row.live() && value.equals(row.value(wanted))) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    String nextId() {
        highest++;
        return SalesforceId.of(type.keyPrefix(), highest);
    }

    void put(Row row) {
        int number = (int) SalesforceId.number(row.id());
        highest = Math.max(highest, number);
        if (number >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(number + 1, rows.length + (rows.length >> 1)));
        }
        Row before = rows[number];
        rows[number] = row;
        count(row, 1);
        count(before, -1);
        reindex(number, before, row);
    }

    void forget(String id) {
        int number = (int) SalesforceId.number(id);
        Row before = rows[number];
        if (before != null) {
            rows[number] = null;
            count(before, -1);
            reindex(number, before, before.as(Row.Life.PURGED));
        }
    }

    private void count(@Nullable Row row, int sign) {
        if (row != null && row.live()) {
            live += sign;
            dataBytes += sign * RecordSize.dataBytes(type, row);
            fileBytes += sign * RecordSize.fileBytes(type, row);
        }
    }

    private void reindex(int number, @Nullable Row before, Row after) {
        for (Field field : type.indexedFields()) {
            Object old = before == null ? null : before.value(field);
            Object now = after.value(field);
            if (old != null && !old.equals(now)) {
                index(field).remove(old, number);
            }
            if (now != null && !now.equals(old)) {
                index(field).add(now, number);
            }
        }
    }

    private FieldIndex index(Field field) {
        return indexes.computeIfAbsent(field.index(), i -> new FieldIndex(field));
    }
}
