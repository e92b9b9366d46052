package dev.ferry.core.staging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The names of a flat JSON object in their order: what rows of a feed share.
///
/// Two shapes with the same names in the same order are equal. *Threading*: immutable.
public final class RowShape {
    /// The names in UTF-8, each between quotes and with its colon, without anything between them.
    private final byte[] bytes;

    private final int from;
    private final int to;
    private final int cells;

    /// @param bytes names as above, in a range of this array, which is not changed afterwards
    /// @param cells how many names there are
    RowShape(byte[] bytes, int from, int length, int cells) {
        this.bytes = bytes;
        this.from = from;
        this.to = from + length;
        this.cells = cells;
    }

    /// The shape with these names, which have nothing that JSON escapes.
    public static RowShape of(List<String> names) {
        StringBuilder all = new StringBuilder();
        names.forEach(name -> all.append('"').append(name).append("\":"));
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
        return new RowShape(bytes, 0, bytes.length, names.size());
    }

    /// How many names there are.
    public int cells() {
        return cells;
    }

    /// The names.
    public List<String> names() {
        List<String> names = new ArrayList<>(cells);
        for (int at = from; at < to; at = nameEnd(at)) {
            names.add(new String(bytes, at + 1, nameEnd(at) - 2 - (at + 1), StandardCharsets.UTF_8));
        }
        return names;
    }

    /// The same in an array of its own: one that was read holds all of what it was read from.
    public RowShape alone() {
        return new RowShape(Arrays.copyOfRange(bytes, from, to), 0, to - from, cells);
    }

    /// How long an object with these names is, without its values and without blanks. *Units*: bytes
    public int length() {
        return to - from + cells + 1;
    }

    /// What holds the names, from [#from] to [#to].
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// Where the name that starts at a place ends, with its colon.
    int nameEnd(int start) {
        return ByteSearch.first('"', bytes, start + 1, to) + 2;
    }

    @Override
    public boolean equals(Object o) {
        return this == o
                || (o instanceof RowShape other
                        && cells == other.cells
                        && Arrays.equals(bytes, from, to, other.bytes, other.from, other.to));
    }

    /// Of few shapes that a feed has, seldom two have as many names of the same length.
    @Override
    public int hashCode() {
        return 31 * cells + to - from;
    }

    @Override
    public String toString() {
        return names().toString();
    }
}
