package dev.ferry.core.staging;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The rows of a fragment as bytes and back.
///
/// *Shape*: a version byte, then rows until the end: split, line, kind, and what the kind needs. Kind `0` is an
/// inline row: its length and its bytes as a [RowDifference] from the inline row before. Kind `1` is a pointer: the
/// length and the 32 bytes of the hash. Kind `2` is a row of cells with a new shape: how many names, their length and
/// bytes, then the values as a [CellDifference]. Any other kind is `3` plus the number of a shape: a row of cells of
/// it. Numbers are [Varint]s.
///
/// *Versions*: `1` plain, without differences; `2` the same, deflated; `3` without cells; `4` the length of that and
/// then that, deflated; `5` and `6` as `3` and `4`, with cells. What takes [#DEFLATE_FROM] bytes or more is deflated:
/// below, Deflate costs more than it saves.
public final class FragmentEncoding {
    /// The size from which rows are deflated. *Units*: bytes, repetitions of the row before left out.
    public static final int DEFLATE_FROM = 6000;

    static final int INLINE = 0;
    static final int POINTER = 1;
    static final int CELLS_OF_NEW_SHAPE = 2;
    static final int CELLS = 3;
    static final int HASH_BYTES = 32;

    private static final int PLAIN = 1;
    private static final int PLAIN_DEFLATED = 2;
    private static final int DIFFERENCES = 3;
    private static final int DIFFERENCES_DEFLATED = 4;
    private static final int WITH_CELLS = 5;
    private static final int WITH_CELLS_DEFLATED = 6;

    /// Rows of one feed repeat their column names.
    private static final int USUAL_RATIO = 6;

    private FragmentEncoding() {}

    /// The rows as bytes; equal rows give equal bytes.
    public static EncodedRows encode(List<FragmentRow> rows) {
        RowsWriter writer = new RowsWriter();
        rows.forEach(writer::write);
        return writer.encoded();
    }

    /// What [RowsWriter] wrote, as it is stored.
    static EncodedRows stored(ByteBuffer written) {
        return new EncodedRows(written.limit() < DEFLATE_FROM ? plain(written) : deflated(written));
    }

    /// The rows from their bytes.
    public static List<FragmentRow> decode(EncodedRows encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded.bytes());
        byte version = in.get();
        return switch (version) {
            case PLAIN -> new RowsReader(in, false).rows();
            case PLAIN_DEFLATED -> new RowsReader(inflated(in, in.remaining() * USUAL_RATIO), false).rows();
            case DIFFERENCES, WITH_CELLS -> new RowsReader(in, true).rows();
            case DIFFERENCES_DEFLATED, WITH_CELLS_DEFLATED ->
                new RowsReader(inflated(in, (int) Varint.read(in)), true).rows();
            default ->
                throw new FerryException(
                        ErrorCode.INTERNAL, "fragment encoding version " + version + " is newer than this program");
        };
    }

    private static byte[] plain(ByteBuffer rows) {
        byte[] bytes = new byte[rows.limit() + 1];
        bytes[0] = WITH_CELLS;
        rows.get(bytes, 1, rows.limit());
        return bytes;
    }

    private static byte[] deflated(ByteBuffer rows) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            int length = rows.limit();
            deflater.setInput(rows);
            deflater.finish();
            ByteBuffer out = ByteBuffer.allocate(length);
            out.put((byte) WITH_CELLS_DEFLATED);
            Varint.write(out, length);
            deflater.deflate(out);
            while (!deflater.finished()) {
                out = ByteBuffer.allocate(2 * out.capacity()).put(out.flip());
                deflater.deflate(out);
            }
            return Arrays.copyOf(out.array(), out.position());
        }
    }

    /// @param length how much it may be. *Units*: bytes
    private static ByteBuffer inflated(ByteBuffer in, int length) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(in);
            ByteBuffer out = ByteBuffer.allocate(length + 1);
            inflater.inflate(out);
            while (!inflater.finished()) {
                if (out.hasRemaining()) {
                    throw new FerryException(ErrorCode.INTERNAL, "a stored fragment is cut off");
                }
                out = ByteBuffer.allocate(2 * out.capacity()).put(out.flip());
                inflater.inflate(out);
            }
            return out.flip();
        } catch (DataFormatException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a stored fragment does not inflate", e);
        }
    }
}
