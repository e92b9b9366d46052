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
/// *Shape*: version byte (`1` plain, `2` deflated), then rows until the end: split, line, a byte that says inline
/// (0) or pointer (1), then length and bytes, or length and the 32 bytes of the hash. Numbers are unsigned varints.
/// Deflate is used from [#DEFLATE_FROM] bytes on: below, it costs more than it saves.
public final class FragmentEncoding {
    /// The size from which rows are deflated. *Units*: bytes.
    public static final int DEFLATE_FROM = 4096;

    private static final int PLAIN = 1;
    private static final int DEFLATED = 2;
    private static final int HASH_BYTES = 32;

    /// Three numbers of at most ten bytes, and the byte that tells rows from pointers.
    private static final int MOST_NUMBERS = 31;

    /// Rows of one feed repeat their column names.
    private static final int USUAL_RATIO = 6;

    private FragmentEncoding() {}

    /// The rows as bytes; equal rows give equal bytes.
    public static EncodedRows encode(List<FragmentRow> rows) {
        ByteBuffer plain = ByteBuffer.allocate(
                1 + rows.stream().mapToInt(FragmentEncoding::mostBytes).sum());
        plain.put((byte) PLAIN);
        rows.forEach(row -> writeRow(plain, row));
        return new EncodedRows(
                plain.position() < DEFLATE_FROM
                        ? Arrays.copyOf(plain.array(), plain.position())
                        : deflated(plain.array(), plain.position()));
    }

    private static byte[] deflated(byte[] plain, int length) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(plain, 1, length - 1);
            deflater.finish();
            byte[] out = new byte[length / 2];
            out[0] = DEFLATED;
            int size = 1;
            while (true) {
                size += deflater.deflate(out, size, out.length - size);
                if (deflater.finished()) {
                    return Arrays.copyOf(out, size);
                }
                out = Arrays.copyOf(out, out.length * 2);
            }
        }
    }

    /// The rows from their bytes.
    public static List<FragmentRow> decode(EncodedRows encoded) {
        byte[] bytes = encoded.bytes();
        ByteBuffer in = switch (bytes[0]) {
            case PLAIN -> ByteBuffer.wrap(bytes, 1, bytes.length - 1);
            case DEFLATED -> ByteBuffer.wrap(inflate(bytes));
            default ->
                throw new FerryException(
                        ErrorCode.INTERNAL, "fragment encoding version " + bytes[0] + " is newer than this program");
        };
        List<FragmentRow> rows = new ArrayList<>();
        while (in.hasRemaining()) {
            rows.add(readRow(in));
        }
        return Collections.unmodifiableList(rows);
    }

    /// The most that a row can take.
    private static int mostBytes(FragmentRow row) {
        return MOST_NUMBERS
                + switch (row.payload()) {
                    case FragmentRow.Payload.Inline(byte[] bytes) -> bytes.length;
                    case FragmentRow.Payload.Pointer _ -> HASH_BYTES;
                };
    }

    private static void writeRow(ByteBuffer out, FragmentRow row) {
        writeNumber(out, row.split());
        writeNumber(out, row.line());
        switch (row.payload()) {
            case FragmentRow.Payload.Inline(byte[] bytes) -> {
                out.put((byte) 0);
                writeNumber(out, bytes.length);
                out.put(bytes);
            }
            case FragmentRow.Payload.Pointer(BodyHash hash, int length) -> {
                out.put((byte) 1);
                writeNumber(out, length);
                out.put(HexFormat.of().parseHex(hash.hex()));
            }
        }
    }

    private static FragmentRow readRow(ByteBuffer in) {
        int split = (int) readNumber(in);
        long line = readNumber(in);
        boolean pointer = in.get() == 1;
        int length = (int) readNumber(in);
        byte[] bytes = new byte[pointer ? HASH_BYTES : length];
        in.get(bytes);
        return new FragmentRow(
                split,
                line,
                pointer
                        ? new FragmentRow.Payload.Pointer(
                                new BodyHash(HexFormat.of().formatHex(bytes)), length)
                        : new FragmentRow.Payload.Inline(bytes));
    }

    private static byte[] inflate(byte[] bytes) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, 1, bytes.length - 1);
            byte[] out = new byte[bytes.length * USUAL_RATIO];
            int size = 0;
            while (true) {
                size += inflater.inflate(out, size, out.length - size);
                if (inflater.finished()) {
                    return Arrays.copyOf(out, size);
                }
                if (size < out.length) {
                    throw new FerryException(ErrorCode.INTERNAL, "a stored fragment is cut off");
                }
                out = Arrays.copyOf(out, out.length * 2);
            }
        } catch (DataFormatException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a stored fragment does not inflate", e);
        }
    }

    private static void writeNumber(ByteBuffer out, long number) {
        long rest = number;
        while (rest >= 0x80) {
            out.put((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long readNumber(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            number |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return number;
            }
        }
    }
}
