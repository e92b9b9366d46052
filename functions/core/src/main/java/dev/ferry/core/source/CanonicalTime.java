package dev.ferry.core.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as they stand in canonical JSON: every record has some, so neither way goes through a formatter.
///
/// *Shape*: `2026-10-18T08:16:20.648Z`, in UTC, cut to milliseconds.
public final class CanonicalTime {
    private static final String LAYOUT = "0000-00-00T00:00:00.000Z";
    private static final int MILLIS = 1_000_000;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final long FIRST_SECOND = EpochDay.of(0, 1, 1) * SECONDS_OF_DAY;
    private static final long LAST_SECOND = EpochDay.of(10_000, 1, 1) * SECONDS_OF_DAY - 1;
    private static final DateTimeFormatter BEYOND = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private CanonicalTime() {}

    /// The text of a time.
    public static String format(Instant instant) {
        return new String(ascii(instant), StandardCharsets.US_ASCII);
    }

    /// The text of a time as bytes.
    static byte[] ascii(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return BEYOND.format(instant).getBytes(StandardCharsets.US_ASCII);
        }
        int date = EpochDay.date(Math.floorDiv(seconds, SECONDS_OF_DAY));
        int secondOfDay = Math.floorMod(seconds, SECONDS_OF_DAY);
        byte[] text = LAYOUT.getBytes(StandardCharsets.US_ASCII);
        put(text, 4, date / 10_000);
        put(text, 7, date / 100 % 100);
        put(text, 10, date % 100);
        put(text, 13, secondOfDay / 3_600);
        put(text, 16, secondOfDay / 60 % 60);
        put(text, 19, secondOfDay % 60);
        put(text, 23, instant.getNano() / MILLIS);
        return text;
    }

    /// The time of a text in exactly this shape, else null: other spellings are for a parser.
    ///
    /// *Errors*: `DateTimeException` when the shape is right but there is no such day or hour.
    public static @Nullable Instant parse(String text) {
        if (!isInShape(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (year == 0 || !EpochDay.exists(year, month, day) || hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no such day or hour, or a year before the first");
        }
        long seconds = EpochDay.of(year, month, day) * SECONDS_OF_DAY + hour * 3_600 + minute * 60 + second;
        return Instant.ofEpochSecond(seconds, (long) number(text, 20, 23) * MILLIS);
    }

    private static boolean isInShape(String text) {
        if (text.length() != LAYOUT.length()) {
            return false;
        }
        for (int i = 0; i < LAYOUT.length(); i++) {
            char shape = LAYOUT.charAt(i);
            char c = text.charAt(i);
            if (shape == '0' ? c < '0' || c > '9' : c != shape) {
                return false;
            }
        }
        return true;
    }

    /// Writes a number so that its last digit stands before `end`.
    private static void put(byte[] text, int end, int number) {
        int rest = number;
        for (int i = end - 1; rest > 0; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
