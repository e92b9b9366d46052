package dev.ferry.core.staging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A row that is a flat JSON object without blanks, told by its names and by where each value stands: what was found
/// out when the row was first looked at, so that nobody parses it again.
///
/// Rows of one fragment share the bytes that they have alike. *Threading*: immutable.
public final class RowCells {
    /// How a value stands in the bytes. The order is stored.
    public enum Form {
        /// A string that means what it says, without its quotes.
        TEXT,
        /// A string with escapes, without its quotes.
        ESCAPED,
        /// A number or a boolean.
        BARE,
        /// Null, which takes no bytes.
        NULL;

        private static final Form[] ALL = values();

        private int jsonLength(int length) {
            return switch (this) {
                case TEXT, ESCAPED -> length + 2;
                case BARE -> length;
                case NULL -> NULL_WORD.length;
            };
        }
    }

    private static final byte[] NULL_WORD = "null".getBytes(StandardCharsets.UTF_8);
    private static final int FORM_BITS = 2;
    private static final int FORM_MASK = (1 << FORM_BITS) - 1;

    private final RowShape shape;
    private final byte[] bytes;
    private final int[] places;
    private int length;

    /// @param bytes what the values stand in, not changed afterwards
    /// @param places of each value its start in the bytes and its [#mark], not changed afterwards
    public RowCells(RowShape shape, byte[] bytes, int[] places) {
        if (places.length != 2 * shape.cells()) {
            throw new IllegalArgumentException(places.length + " places for " + shape.cells() + " cells");
        }
        this.shape = shape;
        this.bytes = bytes;
        this.places = places;
    }

    /// The form of a value and its length in one number.
    public static int mark(Form form, int length) {
        return (length << FORM_BITS) | form.ordinal();
    }

    /// The names.
    public RowShape shape() {
        return shape;
    }

    /// The text of a value; null when it is null.
    public @Nullable String text(int cell) {
        int start = start(cell);
        int size = size(mark(cell));
        return switch (form(mark(cell))) {
            case NULL -> null;
            case ESCAPED -> JsonEscapes.text(bytes, start, start + size);
            case TEXT, BARE -> new String(bytes, start, size, StandardCharsets.UTF_8);
        };
    }

    /// Whether a value stands at the very place at which that of another row stands.
    public boolean shares(int cell, RowCells other) {
        return bytes == other.bytes && start(cell) == other.start(cell) && mark(cell) == other.mark(cell);
    }

    /// How long the row is as JSON. *Units*: bytes
    public int length() {
        if (length == 0) {
            int sum = shape.length();
            for (int cell = 0; cell < shape.cells(); cell++) {
                sum += form(mark(cell)).jsonLength(size(mark(cell)));
            }
            length = sum;
        }
        return length;
    }

    /// The row as JSON, as it came.
    public byte[] json() {
        byte[] json = new byte[length()];
        int at = 0;
        int name = shape.from();
        for (int cell = 0; cell < shape.cells(); cell++) {
            json[at++] = (byte) (cell == 0 ? '{' : ',');
            int nameEnd = shape.nameEnd(name);
            at = copy(shape.bytes(), name, nameEnd - name, json, at);
            name = nameEnd;
            at = switch (form(mark(cell))) {
                case NULL -> copy(NULL_WORD, 0, NULL_WORD.length, json, at);
                case BARE -> copy(bytes, start(cell), size(mark(cell)), json, at);
                case TEXT, ESCAPED -> {
                    json[at] = '"';
                    int end = copy(bytes, start(cell), size(mark(cell)), json, at + 1);
                    json[end] = '"';
                    yield end + 1;
                }
            };
        }
        json[at] = '}';
        return json;
    }

    /// Whether the bytes of a value stand at a place in others too.
    boolean stands(int cell, byte[] others, int at) {
        int start = start(cell);
        int size = size(mark(cell));
        return Arrays.equals(bytes, start, start + size, others, at, at + size);
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int cell) {
        return places[2 * cell];
    }

    int mark(int cell) {
        return places[2 * cell + 1];
    }

    /// How many bytes a value takes, by its mark.
    static int size(int mark) {
        return mark >>> FORM_BITS;
    }

    private static Form form(int mark) {
        return Form.ALL[mark & FORM_MASK];
    }

    private static int copy(byte[] from, int start, int length, byte[] to, int at) {
        System.arraycopy(from, start, to, at, length);
        return at + length;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RowCells other && Arrays.equals(json(), other.json());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(json());
    }

    @Override
    public String toString() {
        return "***";
    }
}
