package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.core.staging.RowCells;
import dev.ferry.core.staging.RowShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The columns of a row in the plain form that nearly all rows have: one flat JSON object without escapes in its
/// names and with no column twice.
///
/// Only places are noted while the bytes are walked; a column becomes a text when it is asked for. Whatever is not
/// plain, sound or not, is for a JSON parser to judge: a line that is plain means to a parser what it means here.
/// Rows of a feed have their columns in the same order as a rule, so a name is first compared with the one that
/// came after the same names last. *Threading*: one thread.
public final class PlainRow {
    /// How many names that are no columns are remembered; a feed may have data as names.
    private static final int MOST_OTHERS = 1_000;

    /// How many orders of names are remembered, counted by the names in which they differ.
    private static final int MOST_STEPS = 10_000;

    /// How much the names of all shapes take. *Units*: bytes
    private static final int MOST_OF_SHAPES = 4 * 1024 * 1024;

    private static final int ABSENT = -1;
    private static final int USUAL_CELLS = 32;

    private final Map<String, Name> names = new HashMap<>();
    private final Set<String> others = new TreeSet<>();
    private final JsonBytes json = new JsonBytes();
    private final Step beforeFirst = new Step(null, new Name("", ABSENT), true);
    private final int[] cellOf;
    private byte[] bytes = new byte[0];
    private int length;
    private Step last = beforeFirst;
    private int steps;
    private int ofShapes;
    private int cells;
    private JsonToken[] tokens = new JsonToken[USUAL_CELLS];
    private int[] starts = new int[USUAL_CELLS];
    private int[] ends = new int[USUAL_CELLS];
    private boolean[] escaped = new boolean[USUAL_CELLS];

    /// @param columns the columns that can be asked for, by their place in this list
    public PlainRow(List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column);
            names.put(name, new Name(name, column));
        }
        cellOf = new int[columns.size()];
    }

    /// Reads the row in a range of UTF-8; false when it is not plain.
    ///
    /// @param bytes not to be changed while columns are asked for
    public boolean read(byte[] bytes, int from, int length) {
        Arrays.fill(cellOf, ABSENT);
        cells = 0;
        last = beforeFirst;
        this.bytes = bytes;
        this.length = length;
        json.start(bytes, from, length);
        if (!json.take('{')) {
            return false;
        }
        if (json.take('}')) {
            return json.isAtEnd();
        }
        do {
            Step step = after(last);
            if (step == null || !value(step.name.column)) {
                return false;
            }
            last = step;
        } while (json.take(','));
        return json.take('}') && json.isAtEnd();
    }

    /// What stands in a column; null when the row does not have it.
    public @Nullable JsonToken token(int column) {
        return cellOf[column] == ABSENT ? null : tokens[cellOf[column]];
    }

    /// The text of a column; null when the row does not have it or it is null.
    public @Nullable String text(int column) {
        int cell = cellOf[column];
        if (cell == ABSENT || tokens[cell] == JsonToken.VALUE_NULL) {
            return null;
        }
        return escaped[cell] ? json.unescaped(starts[cell], ends[cell]) : json.text(starts[cell], ends[cell]);
    }

    /// The names in rows so far that are no columns.
    public Set<String> others() {
        return others;
    }

    /// The row that was read, by its values, as long as its bytes do not change; empty for one that has blanks or
    /// nothing between its braces, or whose names came in too many orders.
    Optional<RowCells> cells() {
        RowShape shape = shape(last);
        if (shape == null) {
            return Optional.empty();
        }
        int[] places = new int[2 * cells];
        for (int cell = 0; cell < cells; cell++) {
            places[2 * cell] = starts[cell];
            places[2 * cell + 1] = mark(cell);
        }
        RowCells row = new RowCells(shape, bytes, places);
        return row.length() == length ? Optional.of(row) : Optional.empty();
    }

    /// The names up to a step; null when there are none, or when they are not remembered.
    private @Nullable RowShape shape(Step step) {
        if (step.shape == null && step.kept && step.previous != null && ofShapes < MOST_OF_SHAPES) {
            step.shape = RowShape.of(step.names());
            ofShapes += step.shape.length();
        }
        return step.shape;
    }

    private int mark(int cell) {
        int length = ends[cell] - starts[cell];
        return switch (tokens[cell]) {
            case VALUE_NULL -> RowCells.mark(RowCells.Form.NULL, 0);
            case VALUE_STRING -> RowCells.mark(escaped[cell] ? RowCells.Form.ESCAPED : RowCells.Form.TEXT, length);
            default -> RowCells.mark(RowCells.Form.BARE, length);
        };
    }

    /// Goes past a name and its colon.
    private @Nullable Step after(Step previous) {
        Step expected = previous.next;
        if (expected != null && json.take(expected.name.withColon)) {
            return expected;
        }
        Step before = previous.nextBefore;
        Step found = before != null && json.take(before.name.withColon) ? before : anyAfter(previous);
        if (found != null) {
            previous.nextBefore = expected;
            previous.next = found;
        }
        return found;
    }

    private @Nullable Step anyAfter(Step previous) {
        if (!json.string() || json.escaped() || !json.take(':')) {
            return null;
        }
        Name name = named(json.text(json.start(), json.end()));
        Step known = previous.followers.get(name);
        if (known != null) {
            return known;
        }
        if (!previous.kept || steps == MOST_STEPS) {
            return name.loose();
        }
        steps++;
        Step step = new Step(previous, name, true);
        previous.followers.put(name, step);
        return step;
    }

    private Name named(String text) {
        Name known = names.get(text);
        if (known != null) {
            return known;
        }
        Name other = new Name(text, ABSENT);
        others.add(text);
        if (others.size() < MOST_OTHERS) {
            names.put(text, other);
        }
        return other;
    }

    /// Notes the value that comes next; false when there is none that is plain, or the column has one already.
    private boolean value(int column) {
        JsonToken token = json.scalar();
        if (token == null) {
            return false;
        }
        if (cells == tokens.length) {
            grow();
        }
        int cell = cells++;
        tokens[cell] = token;
        starts[cell] = json.start();
        ends[cell] = json.end();
        escaped[cell] = json.escaped();
        if (column == ABSENT) {
            return true;
        }
        boolean first = cellOf[column] == ABSENT;
        cellOf[column] = cell;
        return first;
    }

    private void grow() {
        tokens = Arrays.copyOf(tokens, 2 * cells);
        starts = Arrays.copyOf(starts, 2 * cells);
        ends = Arrays.copyOf(ends, 2 * cells);
        escaped = Arrays.copyOf(escaped, 2 * cells);
    }

    /// A name in rows.
    private static final class Name {
        private final String text;
        private final byte[] withColon;
        private final int column;
        private @Nullable Step loose;

        Name(String text, int column) {
            this.text = text;
            this.withColon = ('"' + text + "\":").getBytes(StandardCharsets.UTF_8);
            this.column = column;
        }

        /// The step to it after names that are not remembered: one for all of them.
        Step loose() {
            if (loose == null) {
                loose = new Step(null, this, false);
            }
            return loose;
        }
    }

    /// A name after others, the one that came after it last, and the one that did before: some rows of a feed leave
    /// columns out.
    private static final class Step {
        private final @Nullable Step previous;
        private final Name name;
        private final boolean kept;
        private final Map<Name, Step> followers = new HashMap<>();
        private @Nullable Step next;
        private @Nullable Step nextBefore;
        private @Nullable RowShape shape;

        /// @param kept whether the names up to this one are remembered
        Step(@Nullable Step previous, Name name, boolean kept) {
            this.previous = previous;
            this.name = name;
            this.kept = kept;
        }

        /// The names up to this one.
        List<String> names() {
            Deque<String> names = new ArrayDeque<>();
            for (Step step = this; step.previous != null; step = step.previous) {
                names.addFirst(step.name.text);
            }
            return List.copyOf(names);
        }
    }
}
