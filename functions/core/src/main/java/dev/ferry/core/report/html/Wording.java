package dev.ferry.core.report.html;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How numbers, times and durations are written for people.
final class Wording {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Wording() {}

    static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /// A count with its noun, for example `1 record` or `7,012 records`.
    static String counted(long count, String singular) {
        return number(count) + " " + singular + (count == 1 ? "" : "s");
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /// In the two largest units that matter, for example `2 h 05 min` or `3.4 s`.
    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return String.format(Locale.ENGLISH, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
        }
        if (duration.compareTo(Duration.ofDays(1)) < 0) {
            return String.format(Locale.ENGLISH, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
        }
        return String.format(Locale.ENGLISH, "%d d %02d h", duration.toDays(), duration.toHoursPart());
    }
}
