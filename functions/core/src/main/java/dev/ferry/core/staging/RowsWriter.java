package dev.ferry.core.staging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Writes the rows of a fragment one after the other, see [FragmentEncoding]. *Threading*: one thread.
public final class RowsWriter {
    private static final int MOST_NUMBERS = 5 * Varint.MOST_BYTES;

    private final List<LastOfShape> shapes = new ArrayList<>(1);
    private byte[] inlineBefore = new byte[0];
    private ByteBuffer out = ByteBuffer.allocate(0);

    /// Writes a row. Of one that is told by its cells nothing is kept, so that the bytes in which they stand may
    /// change afterwards.
    public void write(FragmentRow row) {
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

    /// The rows that were written.
    public EncodedRows encoded() {
        return FragmentEncoding.stored(out.duplicate().flip());
    }

    private void inline(byte[] bytes) {
        Varint.write(out, FragmentEncoding.INLINE);
        Varint.write(out, bytes.length);
        RowDifference.write(inlineBefore, bytes, out);
        inlineBefore = bytes;
    }

    private void cells(RowCells row) {
        int number = numberOf(row.shape());
        if (number == shapes.size()) {
            shapes.add(new LastOfShape(row.shape(), CellDifference.nothing(row.shape())));
            Varint.write(out, FragmentEncoding.CELLS_OF_NEW_SHAPE);
            shape(row.shape());
        } else {
            Varint.write(out, FragmentEncoding.CELLS + (long) number);
        }
        CellDifference.write(row, shapes.get(number).places(), out);
    }

    /// Most rows have the shape of the one before; the number of shapes so far for a new one.
    private int numberOf(RowShape shape) {
        int number = shapes.size() - 1;
        while (number >= 0 && !shapes.get(number).shape().equals(shape)) {
            number--;
        }
        return number < 0 ? shapes.size() : number;
    }

    private void shape(RowShape shape) {
        int length = shape.to() - shape.from();
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

    /// Where the values of the last row of a shape stand in what was written.
    private record LastOfShape(RowShape shape, int[] places) {}
}
