package dev.ferry.local.asapp.conversations;

import dev.ferry.local.asapp.http.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The times of the API: `yyyy-MM-dd'T'HH:mm:ssZ`, with 1 to 12 fraction digits or none. A missing zone means UTC.
final class Timestamps {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,12}))?(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int NANO_DIGITS = 9;

    private Timestamps() {}

    /// Reads a time. *Errors*: `400-03`.
    ///
    /// @param field the path within the body, for the message
    static Instant read(String text, String field) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw ApiException.badTimestamp(field);
        }
        String fraction = parts.group(2) == null ? "" : parts.group(2);
        String nanos = (fraction + "000000000").substring(0, NANO_DIGITS);
        try {
            ZoneOffset zone = parts.group(3) == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group(3));
            return LocalDateTime.parse(parts.group(1))
                    .plusNanos(Long.parseLong(nanos))
                    .toInstant(zone);
        } catch (DateTimeException noSuchTime) {
            throw ApiException.badTimestamp(field);
        }
    }

    static String print(Instant moment) {
        return PRINTED.format(moment.truncatedTo(ChronoUnit.MILLIS));
    }
}
