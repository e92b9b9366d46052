package dev.ferry.asapp.batch;

import dev.ferry.core.source.EpochDay;
import java.time.Instant;

/// Reads a time as ASAPP spells it; all are UTC.
///
/// *Shape*: `2026-03-02 15:00:00`, with `T` or a space, with 1 to 12 digits of a fraction or none, and with `Z`,
/// `+00:00` or nothing: eight spellings occur, and rows mix them. What is finer than a nanosecond is cut off.
/// *Source*: reference, sections 1.3, 3.1 and 12.
public final class SourceTime {
    /// Stands for a text that is not a time.
    public static final long NONE = Long.MIN_VALUE;

    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final int MOST_DIGITS = 12;
    private static final long NANOS = 1_000_000_000L;

    private SourceTime() {}

    /// The time, or [#NONE]. *Units*: nanoseconds since 1970.
    public static long nanos(CharSequence text) {
        int length = text.length();
        if (length < SECONDS_END || !hasSeparators(text)) {
            return NONE;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if (year < 1678 || year > 2261 || !EpochDay.exists(year, month, day)) {
            return NONE;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return NONE;
        }
        int zone = SECONDS_END;
        long fraction = 0;
        if (zone < length && text.charAt(zone) == '.') {
            zone++;
            int digits = 0;
            for (; zone < length && digits < MOST_DIGITS && isDigit(text.charAt(zone)); zone++) {
                fraction = digits < NANO_DIGITS ? fraction * 10 + (text.charAt(zone) - '0') : fraction;
                digits++;
            }
            if (digits == 0) {
                return NONE;
            }
            for (; digits < NANO_DIGITS; digits++) {
                fraction *= 10;
            }
        }
        if (!isUtc(text, zone)) {
            return NONE;
        }
        long days = EpochDay.of(year, month, day);
        return (days * 86_400 + hour * 3600L + minute * 60L + second) * NANOS + fraction;
    }

    /// The instant of [#nanos], which is not [#NONE].
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    private static boolean hasSeparators(CharSequence text) {
        char middle = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (middle == ' ' || middle == 'T')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static boolean isUtc(CharSequence text, int from) {
        return switch (text.length() - from) {
            case 0 -> true;
            case 1 -> text.charAt(from) == 'Z';
            case 5 -> isPlus(text, from) && isZero(text, from + 3);
            case 6 -> isPlus(text, from) && text.charAt(from + 3) == ':' && isZero(text, from + 4);
            default -> false;
        };
    }

    private static boolean isPlus(CharSequence text, int at) {
        return text.charAt(at) == '+' && isZero(text, at + 1);
    }

    private static boolean isZero(CharSequence text, int at) {
        return text.charAt(at) == '0' && text.charAt(at + 1) == '0';
    }

    private static int number(CharSequence text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
