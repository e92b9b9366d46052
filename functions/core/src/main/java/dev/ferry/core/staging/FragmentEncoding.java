package dev.ferry.core.staging;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The rows of a fragment as bytes and back.
///
/// *Shape*: a version byte, then rows until the end: split, line, a byte that says inline (0) or pointer (1), then
/// length and bytes, or length and the 32 bytes of the hash. Numbers are [Varint]s. Versions: `1` plain; `2` the
/// same,
/// deflated; `3` as plain, but the bytes of an inline row as a [RowDifference] from the inline row before; `4` the
/// length of that and then that, deflated. Versions 2 and 4 are for what takes [#DEFLATE_FROM] bytes or more: below,
/// Deflate costs more than it saves.
public final class FragmentEncoding {
    /// The size from which rows are deflated. *Units*: bytes, repetitions of the row before left out.
    public static final int DEFLATE_FROM = 6000;

    private static final int PLAIN = 1;
    private static final int PLAIN_DEFLATED = 2;
    private static final int DIFFERENCES = 3;
    private static final int DIFFERENCES_DEFLATED = 4;
    private static final byte INLINE = 0;
    private static final byte POINTER = 1;
    private static final int HASH_BYTES = 32;
    private static final int MOST_NUMBERS = 3 * Varint.MOST_BYTES + 1;
    private static final byte[] NO_ROW = new byte[0];

    /// Rows of one feed repeat their column names.
    private static final int USUAL_RATIO = 6;

    private FragmentEncoding() {}

    /// The rows as bytes; equal rows give equal bytes.
    public static EncodedRows encode(List<FragmentRow> rows) {
        int most = 1;
        for (FragmentRow row : rows) {
            most += mostBytes(row);
        }
        ByteBuffer out = ByteBuffer.allocate(most);
        out.put((byte) DIFFERENCES);
        byte[] before = NO_ROW;
        for (FragmentRow row : rows) {
            before = write(row, before, out);
        }
        return new EncodedRows(
                out.position() < DEFLATE_FROM
                        ? Arrays.copyOf(out.array(), out.position())
                        : deflated(out.array(), out.position()));
    }

    /// The rows from their bytes.
    public static List<FragmentRow> decode(EncodedRows encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded.bytes());
        byte version = in.get();
        return switch (version) {
            case PLAIN -> rows(in, false);
            case PLAIN_DEFLATED -> rows(inflated(in, in.remaining() * USUAL_RATIO), false);
            case DIFFERENCES -> rows(in, true);
            case DIFFERENCES_DEFLATED -> rows(inflated(in, (int) Varint.read(in)), true);
            default ->
                throw new FerryException(
                        ErrorCode.INTERNAL, "fragment encoding version " + version + " is newer than this program");
        };
    }

    /// The most that a row can take.
    private static int mostBytes(FragmentRow row) {
        return MOST_NUMBERS
                + switch (row.payload()) {
                    case FragmentRow.Payload.Inline(byte[] bytes) -> RowDifference.mostBytes(bytes.length);
                    case FragmentRow.Payload.Pointer _ -> HASH_BYTES;
                };
    }

    /// Writes a row, and says which inline row is the last one now.
    private static byte[] write(FragmentRow row, byte[] before, ByteBuffer out) {
        Varint.write(out, row.split());
        Varint.write(out, row.line());
        return switch (row.payload()) {
            case FragmentRow.Payload.Inline(byte[] bytes) -> {
                out.put(INLINE);
                Varint.write(out, bytes.length);
                RowDifference.write(before, bytes, out);
                yield bytes;
            }
            case FragmentRow.Payload.Pointer(BodyHash hash, int length) -> {
                out.put(POINTER);
                Varint.write(out, length);
                out.put(HexFormat.of().parseHex(hash.hex()));
                yield before;
            }
        };
    }

    private static List<FragmentRow> rows(ByteBuffer in, boolean differences) {
        List<FragmentRow> rows = new ArrayList<>();
        byte[] before = NO_ROW;
        while (in.hasRemaining()) {
            int split = (int) Varint.read(in);
            long line = Varint.read(in);
            boolean pointer = in.get() == POINTER;
            int length = (int) Varint.read(in);
            if (pointer) {
                String hash = HexFormat.of().formatHex(bytes(in, HASH_BYTES));
                rows.add(new FragmentRow(split, line, new FragmentRow.Payload.Pointer(new BodyHash(hash), length)));
            } else {
                before = differences ? RowDifference.read(before, length, in) : bytes(in, length);
                rows.add(new FragmentRow(split, line, new FragmentRow.Payload.Inline(before)));
            }
        }
        return Collections.unmodifiableList(rows);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] deflated(byte[] rows, int length) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(rows, 1, length - 1);
            deflater.finish();
            ByteBuffer out = ByteBuffer.allocate(length);
            out.put((byte) DIFFERENCES_DEFLATED);
            Varint.write(out, length - 1);
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
