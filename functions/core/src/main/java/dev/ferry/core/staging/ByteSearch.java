package dev.ferry.core.staging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for bytes eight at a time: rows are walked several times on their way, and most of a row is of no account.
///
/// A byte of a word that is looked for gets its highest bit; so may bytes behind it, so only the first counts.
/// *Source*: Henry S. Warren, "Hacker's Delight", section 6-1.
public final class ByteSearch {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST_BITS = EACH << 7;

    private ByteSearch() {}

    /// Where a character of ASCII stands first in a range; the end of the range when it does not.
    public static int first(char wanted, byte[] bytes, int from, int to) {
        long word = wanted * EACH;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long found = zeros((long) WORDS.get(bytes, at) ^ word);
            if (found != 0) {
                return at + place(found);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /// Where the bytes end that mean themselves in a JSON string: at a quote, a backslash, a control character or the
    /// end of the range.
    public static int plainEnd(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            long controls = (word - ' ' * EACH) & ~word & HIGHEST_BITS;
            long found = zeros(word ^ '"' * EACH) | zeros(word ^ '\\' * EACH) | controls;
            if (found != 0) {
                return at + place(found);
            }
        }
        while (at < to && (bytes[at] < 0 || bytes[at] >= ' ') && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /// Whether all bytes of a range are ASCII.
    public static boolean isAscii(byte[] bytes, int from, int to) {
        long all = 0;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            all |= (long) WORDS.get(bytes, at);
        }
        for (; at < to; at++) {
            all |= bytes[at];
        }
        return (all & HIGHEST_BITS) == 0;
    }

    private static long zeros(long word) {
        return (word - EACH) & ~word & HIGHEST_BITS;
    }

    private static int place(long found) {
        return Long.numberOfTrailingZeros(found) / Byte.SIZE;
    }
}
