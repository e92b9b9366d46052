package dev.ferry.core.staging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/// Reads the rows of a fragment, see [FragmentEncoding]. *Threading*: one thread.
final class RowsReader {
    private final ByteBuffer in;
    private final boolean differences;
    private final List<RowShape> shapes = new ArrayList<>(1);
    private final List<int[]> latest = new ArrayList<>(1);
    private byte[] inlineBefore = new byte[0];

    /// @param in backed by an array from its start
    /// @param differences whether inline rows are told by the one before
    RowsReader(ByteBuffer in, boolean differences) {
        this.in = in;
        this.differences = differences;
    }

    List<FragmentRow> rows() {
        List<FragmentRow> rows = new ArrayList<>();
        while (in.hasRemaining()) {
            int split = (int) Varint.read(in);
            long line = Varint.read(in);
            rows.add(new FragmentRow(split, line, payload((int) Varint.read(in))));
        }
        return Collections.unmodifiableList(rows);
    }

    private FragmentRow.Payload payload(int kind) {
        return switch (kind) {
            case FragmentEncoding.INLINE -> inline((int) Varint.read(in));
            case FragmentEncoding.POINTER -> {
                int length = (int) Varint.read(in);
                String hash = HexFormat.of().formatHex(bytes(FragmentEncoding.HASH_BYTES));
                yield new FragmentRow.Payload.Pointer(new BodyHash(hash), length);
            }
            case FragmentEncoding.CELLS_OF_NEW_SHAPE -> {
                shapes.add(shape());
                latest.add(CellDifference.nothing(shapes.getLast()));
                yield cells(latest.size() - 1);
            }
            default -> cells(kind - FragmentEncoding.CELLS);
        };
    }

    private FragmentRow.Payload inline(int length) {
        inlineBefore = differences ? RowDifference.read(inlineBefore, length, in) : bytes(length);
        return new FragmentRow.Payload.Inline(inlineBefore);
    }

    private FragmentRow.Payload cells(int number) {
        int[] places = CellDifference.read(latest.get(number), in);
        latest.set(number, places);
        return new FragmentRow.Payload.Cells(new RowCells(shapes.get(number), in.array(), places));
    }

    private RowShape shape() {
        int cells = (int) Varint.read(in);
        int length = (int) Varint.read(in);
        RowShape shape = new RowShape(in.array(), in.position(), length, cells);
        in.position(in.position() + length);
        return shape;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
