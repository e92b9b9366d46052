package dev.ferry.core.run;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Of which dates of the source a run reads: those of its feeds' partitions, both ends included.
///
/// @param from null for everything before `until`
/// @param until null for everything since `from`
public record DateWindow(@Nullable LocalDate from, @Nullable LocalDate until) {
    /// All dates.
    public static final DateWindow ALL = new DateWindow(null, null);

    /// Whether a date lies in it.
    public boolean contains(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (until == null || !date.isAfter(until));
    }

    /// Whether its end comes before its beginning, so that no date can lie in it.
    boolean isReversed() {
        return from != null && until != null && until.isBefore(from);
    }
}
