package dev.ferry.core.mapping.convert;

import dev.ferry.core.source.CanonicalTime;
import dev.ferry.core.target.FieldValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// Times of canonical JSON: ISO 8601 with an offset, or a date.
///
/// *Errors*: `DateTimeException` for everything else, and for years outside 1 to 9999.
final class Moments {
    private static final int DATE_LENGTH = 10;

    private Moments() {}

    static LocalDate day(Object raw, ZoneId zone, RecordDraft draft) {
        String text = text(raw);
        return text.length() == DATE_LENGTH
                ? date(text)
                : LocalDate.ofInstant(draft.moment(text).value(), zone);
    }

    static FieldValue.Moment moment(Object raw, ZoneId zone, RecordDraft draft) {
        String text = text(raw);
        return text.length() == DATE_LENGTH
                ? new FieldValue.Moment(date(text).atStartOfDay(zone).toInstant())
                : draft.moment(text);
    }

    private static String text(Object raw) {
        if (raw instanceof String text) {
            return text.strip();
        }
        throw new DateTimeException("a time is a text");
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        checkYear(date.getYear());
        return date;
    }

    /// The instant of a text that is no date.
    static Instant instant(String text) {
        Instant canonical = CanonicalTime.parse(text);
        if (canonical != null) {
            return canonical;
        }
        OffsetDateTime time = OffsetDateTime.parse(text);
        checkYear(time.getYear());
        return time.toInstant();
    }

    private static void checkYear(int year) {
        if (year < 1 || year > 9_999) {
            throw new DateTimeException("a year beyond four digits");
        }
    }
}
