package dev.ferry.local.salesforce.soql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// Date-times as the API reads and writes them.
public final class Moments {
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .parseDefaulting(java.time.temporal.ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter REST = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CSV = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    /// Reads a date-time with `Z`, an offset with or without colon, or none (UTC); a date alone is its
    /// midnight in UTC.
    public static Instant parse(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return OffsetDateTime.parse(text, READ).toInstant();
    }

    /// `2024-05-17T14:03:22.000+0000`, as REST writes.
    public static String rest(long epochMilli) {
        return REST.format(Instant.ofEpochMilli(epochMilli));
    }

    /// `2024-05-17T14:03:22.000Z`, as Bulk query writes.
    public static String csv(long epochMilli) {
        return CSV.format(Instant.ofEpochMilli(epochMilli));
    }
}
