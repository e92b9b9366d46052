package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The columns of a row in the plain form that nearly all rows have: one flat JSON object without escapes in its
/// names and with no column twice.
///
/// Only places are noted while the bytes are walked; a column becomes a text when it is asked for. Whatever is not
/// plain, sound or not, is for a JSON parser to judge: a line that is plain means to a parser what it means here.
/// Rows of a feed have their columns in the same order as a rule, so a name is first compared with the one that
/// came at its place in the row before. *Threading*: one thread.
public final class PlainRow {
    /// How many names that are no columns are remembered; a feed may have data as names.
    private static final int MOST_OTHERS = 1_000;

    private final Map<String, Name> names = new HashMap<>();
    private final Set<String> others = new TreeSet<>();
    private final Name beforeFirst = new Name("", -1);
    private final JsonBytes json = new JsonBytes();
    private final @Nullable JsonToken[] tokens;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] escaped;

    /// @param columns the columns that can be asked for, by their place in this list
    public PlainRow(List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column);
            names.put(name, new Name(name, column));
        }
        tokens = new JsonToken[columns.size()];
        starts = new int[columns.size()];
        ends = new int[columns.size()];
        escaped = new boolean[columns.size()];
    }

    /// Reads the row in a range of UTF-8; false when it is not plain.
    ///
    /// @param bytes not to be changed while columns are asked for
    public boolean read(byte[] bytes, int from, int length) {
        Arrays.fill(tokens, null);
        json.start(bytes, from, length);
        if (!json.take('{')) {
            return false;
        }
        if (json.take('}')) {
            return json.isAtEnd();
        }
        Name name = beforeFirst;
        do {
            name = nameAfter(name);
            if (name == null || !value(name.column)) {
                return false;
            }
        } while (json.take(','));
        return json.take('}') && json.isAtEnd();
    }

    /// What stands in a column; null when the row does not have it.
    public @Nullable JsonToken token(int column) {
        return tokens[column];
    }

    /// The text of a column; null when the row does not have it or it is null.
    public @Nullable String text(int column) {
        return switch (tokens[column]) {
            case null -> null;
            case VALUE_NULL -> null;
            default ->
                escaped[column]
                        ? json.unescaped(starts[column], ends[column])
                        : json.text(starts[column], ends[column]);
        };
    }

    /// The names in rows so far that are no columns.
    public Set<String> others() {
        return others;
    }

    /// Goes past a name and its colon.
    private @Nullable Name nameAfter(Name previous) {
        Name expected = previous.next;
        if (expected != null && json.take(expected.withColon)) {
            return expected;
        }
        Name before = previous.nextBefore;
        Name found = before != null && json.take(before.withColon) ? before : anyName();
        if (found != null) {
            previous.nextBefore = expected;
            previous.next = found;
        }
        return found;
    }

    private @Nullable Name anyName() {
        return json.string() && !json.escaped() && json.take(':') ? named(json.text(json.start(), json.end())) : null;
    }

    private Name named(String text) {
        Name known = names.get(text);
        if (known != null) {
            return known;
        }
        Name other = new Name(text, -1);
        others.add(text);
        if (others.size() < MOST_OTHERS) {
            names.put(text, other);
        }
        return other;
    }

    /// Notes the value that comes next; false when there is none that is plain, or the column has one already.
    private boolean value(int column) {
        JsonToken token = json.scalar();
        if (token == null || column < 0) {
            return token != null;
        }
        boolean first = tokens[column] == null;
        tokens[column] = token;
        starts[column] = json.start();
        ends[column] = json.end();
        escaped[column] = json.escaped();
        return first;
    }

    /// A name in rows, the one that came after it last, and the other one that did before: some rows of a feed leave
    /// columns out.
    private static final class Name {
        private final byte[] withColon;
        private final int column;
        private @Nullable Name next;
        private @Nullable Name nextBefore;

        Name(String name, int column) {
            this.withColon = ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
            this.column = column;
        }
    }
}
