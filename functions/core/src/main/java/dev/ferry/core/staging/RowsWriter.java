package dev.ferry.core.staging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Writes the rows of a fragment one after the other, see [FragmentEncoding]. *Threading*: one thread.
final class RowsWriter {
    /// What most fragments need.
    private static final int USUAL_BYTES = 1024;

    private static final int MOST_NUMBERS = 5 * Varint.MOST_BYTES;

    private final Map<RowShape, Integer> shapes = new HashMap<>();
    private final List<RowCells> latest = new ArrayList<>();
    private byte[] inlineBefore = new byte[0];
    private ByteBuffer out = ByteBuffer.allocate(USUAL_BYTES);

    void write(FragmentRow row) {
        makeRoom(MOST_NUMBERS + mostBytes(row.payload()));
        Varint.write(out, row.split());
        Varint.write(out, row.line());
        switch (row.payload()) {
            case FragmentRow.Payload.Inline(byte[] bytes) -> inline(bytes);
            case FragmentRow.Payload.Pointer(BodyHash hash, int length) -> {
                Varint.write(out, FragmentEncoding.POINTER);
                Varint.write(out, length);
                out.put(HexFormat.of().parseHex(hash.hex()));
            }
            case FragmentRow.Payload.Cells(RowCells cells) -> cells(cells);
        }
    }

    /// What was written, to be read.
    ByteBuffer written() {
        return out.duplicate().flip();
    }

    private void inline(byte[] bytes) {
        Varint.write(out, FragmentEncoding.INLINE);
        Varint.write(out, bytes.length);
        RowDifference.write(inlineBefore, bytes, out);
        inlineBefore = bytes;
    }

    private void cells(RowCells row) {
        Integer known = shapes.get(row.shape());
        int number = known == null ? latest.size() : known;
        if (known == null) {
            shapes.put(row.shape(), number);
            latest.add(CellDifference.nothing(row.shape()));
            shape(row.shape());
        } else {
            Varint.write(out, FragmentEncoding.CELLS + (long) number);
        }
        CellDifference.write(latest.get(number), row, out);
        latest.set(number, row);
    }

    private void shape(RowShape shape) {
        int length = shape.to() - shape.from();
        Varint.write(out, FragmentEncoding.CELLS_OF_NEW_SHAPE);
        Varint.write(out, shape.cells());
        Varint.write(out, length);
        out.put(shape.bytes(), shape.from(), length);
    }

    private static int mostBytes(FragmentRow.Payload payload) {
        return switch (payload) {
            case FragmentRow.Payload.Inline(byte[] bytes) -> RowDifference.mostBytes(bytes.length);
            case FragmentRow.Payload.Pointer _ -> FragmentEncoding.HASH_BYTES;
            case FragmentRow.Payload.Cells(RowCells cells) -> CellDifference.mostBytes(cells);
        };
    }

    private void makeRoom(int bytes) {
        if (out.remaining() < bytes) {
            out = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + bytes))
                    .put(out.flip());
        }
    }
}
