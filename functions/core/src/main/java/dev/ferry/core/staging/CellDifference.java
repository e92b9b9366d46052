package dev.ferry.core.staging;

import java.nio.ByteBuffer;

/// The values of a row told by those of the last row of its shape: rows of a feed have many alike.
///
/// *Shape*: a bit for each value, the lowest first, that says whether it comes anew; then of each that does, its mark
/// as a [Varint] and its bytes. Before the first row of a shape all values are null.
final class CellDifference {
    private static final int MARK_BYTES = 5;

    private CellDifference() {}

    /// The most that a row can take. *Units*: bytes
    static int mostBytes(RowCells row) {
        return row.length() + (MARK_BYTES + 1) * (row.shape().cells() + 1);
    }

    /// The places of the values of a shape when all are null.
    static int[] nothing(RowShape shape) {
        int[] places = new int[2 * shape.cells()];
        for (int at = 1; at < places.length; at += 2) {
            places[at] = RowCells.mark(RowCells.Form.NULL, 0);
        }
        return places;
    }

    /// @param before where the values of the row before stand in what was written; those of this row afterwards
    /// @param out backed by an array from its start
    static void write(RowCells row, int[] before, ByteBuffer out) {
        int cells = row.shape().cells();
        int bits = out.position();
        out.put(new byte[bitBytes(cells)]);
        for (int cell = 0; cell < cells; cell++) {
            int mark = row.mark(cell);
            if (mark != before[2 * cell + 1] || !row.stands(cell, out.array(), before[2 * cell])) {
                int place = bits + cell / Byte.SIZE;
                out.put(place, (byte) (out.get(place) | (1 << (cell % Byte.SIZE))));
                Varint.write(out, mark);
                before[2 * cell] = out.position();
                before[2 * cell + 1] = mark;
                out.put(row.bytes(), row.start(cell), RowCells.size(mark));
            }
        }
    }

    /// @param before where the values of the row before stand
    /// @param in backed by an array from its start, in which the values then stand
    static int[] read(int[] before, ByteBuffer in) {
        int[] places = before.clone();
        int cells = places.length / 2;
        int bits = in.position();
        in.position(bits + bitBytes(cells));
        for (int cell = 0; cell < cells; cell++) {
            if ((in.get(bits + cell / Byte.SIZE) & (1 << (cell % Byte.SIZE))) != 0) {
                int mark = (int) Varint.read(in);
                places[2 * cell] = in.position();
                places[2 * cell + 1] = mark;
                in.position(in.position() + RowCells.size(mark));
            }
        }
        return places;
    }

    private static int bitBytes(int cells) {
        return (cells + Byte.SIZE - 1) / Byte.SIZE;
    }
}
