package dev.ferry.local.stepfunctions.interpreter;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Timestamps as the states language takes them: ISO 8601 extended, with `T` and with an offset.
final class Timestamps {

    private Timestamps() {}

    static Optional<OffsetDateTime> parse(String text) {
        if (text.length() < 11 || text.charAt(10) != 'T') {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
