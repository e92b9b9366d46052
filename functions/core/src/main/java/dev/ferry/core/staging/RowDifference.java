package dev.ferry.core.staging;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A row told by the row before it: rows of a feed repeat their column names, and many of their values.
///
/// *Shape*: by turns, until the row is whole: how many bytes are the same as in the row before; then, if that is not
/// all, how many come anew, these bytes, and how many of the row before they replace. Any bytes can be told so;
/// what makes it short is that both rows are taken up again where a name begins, which is where `,"` stands.
final class RowDifference {
    private RowDifference() {}

    /// The most that a row of that length can take: where little is the same, two bytes cost three numbers.
    static int mostBytes(int length) {
        return length + length / 2 + 3 * Varint.MOST_BYTES;
    }

    static void write(byte[] before, byte[] row, ByteBuffer out) {
        int old = 0;
        int at = 0;
        while (true) {
            int same = same(before, old, row, at);
            Varint.write(out, same);
            at += same;
            old += same;
            if (at == row.length) {
                return;
            }
            int oldNext = nextName(before, old);
            int next = oldNext == before.length ? row.length : nextName(row, at);
            Varint.write(out, next - at);
            out.put(row, at, next - at);
            Varint.write(out, oldNext - old);
            at = next;
            old = oldNext;
        }
    }

    /// @param length how long the row is
    static byte[] read(byte[] before, int length, ByteBuffer in) {
        byte[] row = new byte[length];
        int old = 0;
        int at = 0;
        while (true) {
            int same = (int) Varint.read(in);
            System.arraycopy(before, old, row, at, same);
            at += same;
            if (at == length) {
                return row;
            }
            int anew = (int) Varint.read(in);
            in.get(row, at, anew);
            at += anew;
            old += same + (int) Varint.read(in);
        }
    }

    private static int same(byte[] before, int old, byte[] row, int at) {
        int first = Arrays.mismatch(before, old, before.length, row, at, row.length);
        return first < 0 ? row.length - at : first;
    }

    private static int nextName(byte[] row, int from) {
        int comma = ByteSearch.first(',', row, from, row.length);
        while (comma + 1 < row.length && row[comma + 1] != '"') {
            comma = ByteSearch.first(',', row, comma + 1, row.length);
        }
        return comma + 1 < row.length ? comma : row.length;
    }
}
