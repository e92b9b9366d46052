package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.RowCells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Takes the first look at a line: is it a row, whose is it, and are its ids and times readable?
///
/// A plain row without a fault is taken as it is; of every other line a parser says what it is. Only the columns
/// that were asked for become texts. *Threading*: one thread.
final class LineScanner implements RowScanner {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final FeedSpec feed;
    private final int wanted;
    private final int[] required;
    private final Map<String, ColumnCheck> checks = new HashMap<>();
    private final List<ColumnCheck> known = new ArrayList<>();
    private final PlainRow plain;
    private final @Nullable String[] values;
    private final boolean[] seen;
    private final Set<String> drifted = new TreeSet<>();
    private final Utf8Check utf8 = new Utf8Check();
    private boolean isPlain;

    /// @param wanted the columns whose values the caller needs, each once
    LineScanner(FeedSpec feed, List<String> wanted, SchemaFile schema) {
        this.feed = feed;
        this.wanted = wanted.size();
        Set<String> checked = new LinkedHashSet<>(wanted);
        checked.addAll(new TreeSet<>(feed.required()));
        checked.addAll(new TreeSet<>(feed.numeric()));
        checked.addAll(new TreeSet<>(feed.times()));
        List<String> slots = List.copyOf(checked);
        values = new String[slots.size()];
        seen = new boolean[slots.size()];
        for (String column : feed.known()) {
            ColumnCheck check = ColumnCheck.of(feed, column, slots.indexOf(column), schema);
            checks.put(column, check);
            known.add(check);
        }
        required = feed.required().stream().mapToInt(slots::indexOf).toArray();
        plain = new PlainRow(known.stream().map(ColumnCheck::column).toList());
    }

    /// Columns that the catalogue or the export's schema file does not have, seen in rows so far.
    @Override
    public Set<String> drifted() {
        drifted.addAll(plain.others());
        return drifted;
    }

    /// Looks at one line.
    @Override
    public ScannedLine scan(LineReader line) {
        if (!utf8.holds(line)) {
            return ScannedLine.Rejected.NOT_UTF8;
        }
        isPlain = isSoundAndPlain(line);
        return isPlain ? row() : parse(line);
    }

    @Override
    public FragmentRow.Payload payload(LineReader line) {
        return (isPlain ? plain.cells() : Optional.<RowCells>empty())
                .<FragmentRow.Payload>map(FragmentRow.Payload.Cells::new)
                .orElseGet(() -> RowScanner.super.payload(line));
    }

    /// Whether the line is a row that can be staged, by the short way; its values are then there.
    private boolean isSoundAndPlain(LineReader line) {
        if (!plain.read(line.buffer(), line.start(), line.length())) {
            return false;
        }
        Arrays.fill(values, null);
        for (int column = 0; column < known.size(); column++) {
            ColumnCheck check = known.get(column);
            JsonToken value = plain.token(column);
            if (value != null && check.drifted()) {
                drifted.add(check.column());
            }
            if (value != null && check.slot() >= 0) {
                String text = plain.text(column);
                if (text != null && check.fault(value, text) != null) {
                    return false;
                }
                values[check.slot()] = text;
            }
        }
        for (int slot : required) {
            if (isMissing(slot)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMissing(int slot) {
        String value = values[slot];
        return value == null || value.isBlank();
    }

    private ScannedLine parse(LineReader line) {
        try (JsonParser json = JSON.createParser(line.buffer(), line.start(), line.length())) {
            JsonToken first = json.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return notAnObject(json, first);
            }
            ScannedLine.@Nullable Rejected fault = scanObject(json);
            if (json.nextToken() != null) {
                return new ScannedLine.Rejected(RejectReason.BAD_JSON, "two objects on one line");
            }
            return fault == null ? result() : fault;
        } catch (IOException e) {
            return new ScannedLine.Rejected(RejectReason.BAD_JSON, JsonFault.describe(e, line));
        }
    }

    private ScannedLine.@Nullable Rejected scanObject(JsonParser json) throws IOException {
        Arrays.fill(values, null);
        Arrays.fill(seen, false);
        ScannedLine.@Nullable Rejected fault = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            ColumnCheck check = checks.get(name);
            JsonToken value = json.nextToken();
            if (check == null || check.drifted()) {
                drifted.add(name);
            }
            if (check != null && check.slot() >= 0) {
                String text = scalar(json, value);
                ScannedLine.@Nullable Rejected found = check.fault(value, Objects.requireNonNullElse(text, ""));
                fault = fault == null ? found : fault;
                seen[check.slot()] = true;
                values[check.slot()] = text;
            }
            json.skipChildren();
        }
        return fault;
    }

    private ScannedLine result() {
        for (String column : feed.required()) {
            int slot = Objects.requireNonNull(checks.get(column)).slot();
            if (isMissing(slot)) {
                String how = values[slot] != null ? " empty" : seen[slot] ? " null" : " absent";
                return new ScannedLine.Rejected(RejectReason.MISSING_ID, column + how);
            }
        }
        return row();
    }

    private ScannedLine.Row row() {
        return new ScannedLine.Row(Arrays.asList(Arrays.copyOf(values, wanted)));
    }

    private static @Nullable String scalar(JsonParser json, JsonToken value) throws IOException {
        return value.isScalarValue() && value != JsonToken.VALUE_NULL ? json.getText() : null;
    }

    static ScannedLine notAnObject(JsonParser json, @Nullable JsonToken first) throws IOException {
        if (first == null) {
            return new ScannedLine.Rejected(RejectReason.BAD_JSON, "no JSON on the line");
        }
        json.skipChildren();
        if (json.nextToken() != null) {
            return new ScannedLine.Rejected(RejectReason.BAD_JSON, "several values on one line");
        }
        String what = switch (first) {
            case START_ARRAY -> "array";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            default -> "string";
        };
        return new ScannedLine.Rejected(RejectReason.WRONG_TYPE, what + " instead of object");
    }
}
