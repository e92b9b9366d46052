package dev.ferry.cli.progress;

import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.BudgetStatus;
import dev.ferry.core.budget.Forecast;
import dev.ferry.core.budget.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/// Where the budget of a run's source stands, and when the run's requests will have been sent.
///
/// @param toCome about how many requests the run has still to send, as far as its works have said so
/// @param forecast empty when nothing is to come
public record SourceBudget(BudgetStatus status, long toCome, Optional<Forecast> forecast) {

    static SourceBudget of(BudgetState state, long toCome, Instant now) {
        return new SourceBudget(
                BudgetStatus.of(state, now),
                toCome,
                toCome == 0 ? Optional.empty() : Optional.of(Forecast.of(state, toCome, now)));
    }

    /// One line for a person.
    public String line() {
        return "%,d requests used on %s, %,d reserved, %,d left; the next day begins at %s%s%s"
                .formatted(
                        status.used(),
                        status.day(),
                        status.reserved(),
                        status.left(),
                        status.opensAgain(),
                        forecast.map(expected -> "; about %,d to come, %s"
                                        .formatted(toCome, expected.sentence(ZoneOffset.UTC, Locale.ENGLISH)))
                                .orElse(""),
                        status.openBreaker()
                                .map(Refusal::reason)
                                .map("; the key was refused (%s), nothing is sent until there is a new one"::formatted)
                                .orElse(""));
    }
}
