package dev.ferry.core.budget;

import java.time.Instant;

/// What a budget answers to an [Ask].
public sealed interface Reservation {
    /// These slots are the asker's once `after` is stored in place of the state that was asked.
    record Granted(BudgetState after, Lease lease) implements Reservation {}

    /// The timeline is reserved as far as it may be: ask again then.
    record NotYet(Instant askAgain) implements Reservation {}

    /// The day's allowance for the purpose is spent, or the provider is left alone; it opens again then.
    record DaySpent(Instant until) implements Reservation {}

    /// The key was refused; no request may be sent with it.
    record KeyRefused(Refusal refusal) implements Reservation {}
}
