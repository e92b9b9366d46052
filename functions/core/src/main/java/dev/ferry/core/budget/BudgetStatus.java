package dev.ferry.core.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a budget stands, for people and metrics.
///
/// @param used requests that workers say they have sent this day
/// @param reserved slots given out this day and not given back; what counts against the allowance
/// @param left how many more first attempts this day holds
/// @param opensAgain when the next day opens
/// @param refusal why the breaker is open, when it is
public record BudgetStatus(
        LocalDate day,
        long used,
        long reserved,
        long left,
        Instant opensAgain,
        @Nullable Refusal refusal) {

    /// The status of a state at a moment.
    public static BudgetStatus of(BudgetState state, Instant now) {
        DailyCap cap = state.settings().cap();
        LocalDate today = cap.dayOf(cap.open(now));
        DayUse use = state.day().day().isBefore(today) ? DayUse.of(today) : state.day();
        return new BudgetStatus(
                use.day(),
                use.used(),
                use.reserved(),
                use.room(cap, Purpose.WORK),
                cap.opens(use.day().plusDays(1)),
                state.refusal());
    }

    /// Why the breaker is open.
    public Optional<Refusal> openBreaker() {
        return Optional.ofNullable(refusal);
    }
}
