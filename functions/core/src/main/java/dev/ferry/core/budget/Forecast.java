package dev.ferry.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/// When so many requests will have been sent, if nobody else uses the budget and nothing is refused.
///
/// *Shape*: 200,000 requests at 88,200 a day, begun at noon of a Tuesday of which nothing is used, end on Thursday:
/// 88,200 on Tuesday, 88,200 on Wednesday, the rest on Thursday after 00:00:02.
///
/// @param days how many of the provider's days it takes, begun ones included
/// @param dayAllowance how many requests of a whole day it was reckoned with
public record Forecast(Instant done, long days, long dayAllowance) {

    /// The forecast for work that begins now.
    public static Forecast of(BudgetState state, long requests, Instant now) {
        DailyCap cap = state.settings().cap();
        Rate rate = state.settings().pace().target();
        Instant start = cap.open(now);
        LocalDate day = cap.dayOf(start);
        long whole = perDay(cap, rate, day);
        long today = Math.min(BudgetStatus.of(state, now).left(), rate.in(Duration.between(start, cap.closes(day))));
        if (requests <= today) {
            return new Forecast(start.plus(rate.spacing().multipliedBy(requests)), 1, whole);
        }
        long rest = requests - today;
        long more = Math.ceilDiv(rest, whole);
        Instant last = cap.opens(day.plusDays(more));
        return new Forecast(last.plus(rate.spacing().multipliedBy(rest - (more - 1) * whole)), more + 1, whole);
    }

    private static long perDay(DailyCap cap, Rate rate, LocalDate day) {
        return Math.min(cap.allowance(Purpose.WORK), rate.in(Duration.between(cap.opens(day), cap.closes(day))));
    }

    /// One sentence for a person, for example `done on Thursday, 2026-03-05 at 00:04 at 88200 requests a day`.
    public String sentence(ZoneId zone, Locale locale) {
        var local = done.atZone(zone);
        return "done on %s, %s at %d requests a day"
                .formatted(
                        local.getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                        DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm", locale)
                                .format(local),
                        dayAllowance);
    }
}
