package dev.ferry.core.staging;

import java.nio.ByteBuffer;

/// Unsigned numbers in as few bytes as they need: seven bits a byte, the lowest first.
final class Varint {
    /// The most that a number can take. *Units*: bytes
    static final int MOST_BYTES = 10;

    private Varint() {}

    static void write(ByteBuffer out, long number) {
        long rest = number;
        while (rest >= 0x80) {
            out.put((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    static long read(ByteBuffer in) {
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
