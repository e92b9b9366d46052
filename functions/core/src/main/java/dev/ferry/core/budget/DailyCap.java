package dev.ferry.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// How many requests a provider takes in one of its days, and how many of them are ours.
///
/// *Shape*: of 100,000 requests with a share of 0.9 and a retry reserve of 0.02, first attempts may use 88,200 and
/// further attempts 1,800 more; 10,000 are left to others who use the same key.
///
/// @param requests what the provider allows in a day
/// @param share the part of it that is used, above 0 and at most 1
/// @param retryReserve the part of that share which only further attempts may use, below 1
/// @param zone in which the provider's day begins and ends
/// @param quiet how long before and after the end of a day nothing is sent, since a request on its way could
///     count on the other side
public record DailyCap(long requests, double share, double retryReserve, ZoneId zone, Duration quiet) {
    private static final Duration SHORTEST_DAY = Duration.ofHours(12);

    /// Refuses shares outside their ranges.
    public DailyCap {
        if (requests < 1 || !(share > 0 && share <= 1) || !(retryReserve >= 0 && retryReserve < 1)) {
            throw new IllegalArgumentException("A daily cap needs requests >= 1, 0 < share <= 1 and 0 <= retryReserve "
                    + "< 1, got " + requests + ", " + share + " and " + retryReserve);
        }
        if (quiet.isNegative() || quiet.compareTo(SHORTEST_DAY) >= 0) {
            throw new IllegalArgumentException("A quiet time of " + quiet + " leaves nothing of a day");
        }
    }

    /// 90 % of so many requests in a UTC day, 2 % of it for retries, two quiet seconds on each side of midnight.
    public static DailyCap of(long requests) {
        return new DailyCap(requests, 0.9, 0.02, ZoneOffset.UTC, Duration.ofSeconds(2));
    }

    /// For a provider that counts no days.
    public static DailyCap none() {
        return new DailyCap(Long.MAX_VALUE, 1, 0, ZoneOffset.UTC, Duration.ZERO);
    }

    /// Whether the provider counts days.
    public boolean countsDays() {
        return requests < Long.MAX_VALUE;
    }

    /// How many requests a day holds for a purpose.
    public long allowance(Purpose purpose) {
        long ours = (long) Math.floor(requests * share);
        return switch (purpose) {
            case RETRY -> ours;
            case WORK -> ours - (long) Math.ceil(ours * retryReserve);
        };
    }

    /// The provider's day of a moment.
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /// The first moment of a day at which anything is sent.
    public Instant opens(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().plus(quiet);
    }

    /// The moment of a day from which nothing is sent.
    public Instant closes(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(quiet);
    }

    /// The moment itself, or the next opening when it lies in quiet time.
    public Instant open(Instant moment) {
        LocalDate day = dayOf(moment);
        if (moment.isBefore(opens(day))) {
            return opens(day);
        }
        return moment.isBefore(closes(day)) ? moment : opens(day.plusDays(1));
    }
}
