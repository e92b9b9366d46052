package dev.ferry.core.staging;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

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

    private FragmentEncoding() {}

    /// The rows as bytes; equal rows give equal bytes.
    public static EncodedRows encode(List<FragmentRow> rows) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.write(PLAIN);
        for (FragmentRow row : rows) {
            writeRow(plain, row);
        }
        if (plain.size() < DEFLATE_FROM) {
            return new EncodedRows(plain.toByteArray());
        }
        byte[] bytes = plain.toByteArray();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        out.write(DEFLATED);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, deflater, 8192)) {
            deflate.write(bytes, 1, bytes.length - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new EncodedRows(out.toByteArray());
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

    private static void writeRow(ByteArrayOutputStream out, FragmentRow row) {
        writeNumber(out, row.split());
        writeNumber(out, row.line());
        switch (row.payload()) {
            case FragmentRow.Payload.Inline(byte[] bytes) -> {
                out.write(0);
                writeNumber(out, bytes.length);
                out.write(bytes, 0, bytes.length);
            }
            case FragmentRow.Payload.Pointer(BodyHash hash, int length) -> {
                out.write(1);
                writeNumber(out, length);
                out.writeBytes(HexFormat.of().parseHex(hash.hex()));
            }
        }
    }

    private static FragmentRow readRow(ByteBuffer in) {
        int split = (int) readNumber(in);
        long line = readNumber(in);
        boolean pointer = in.get() == 1;
        int length = (int) readNumber(in);
        byte[] bytes = new byte[pointer ? 32 : length];
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
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1), inflater, 8192)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a stored fragment does not inflate", e);
        } finally {
            inflater.end();
        }
    }

    private static void writeNumber(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest >= 0x80) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
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
