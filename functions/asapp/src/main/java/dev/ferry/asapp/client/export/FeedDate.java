package dev.ferry.asapp.client.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A date of a format, as ASAPP spells it: `dt=2026-03-02` or `2026-03-02`.
public record FeedDate(FeedFormat format, String value) {
    private static final String PREFIX = "dt=";

    /// The day; nothing when ASAPP spells it in a way that is not known.
    public Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
