package dev.ferry.core.budget;

import java.time.LocalDate;

/// A worker's account of the slots it was given: so many requests sent, so many slots that passed without one.
public record Spending(LocalDate day, long sent, long unused) {
    /// Refuses counts below zero.
    public Spending {
        if (sent < 0 || unused < 0) {
            throw new IllegalArgumentException("Nobody can have sent " + sent + " and left " + unused);
        }
    }

    /// Nothing to account for.
    public static Spending none() {
        return new Spending(LocalDate.EPOCH, 0, 0);
    }

    /// Whether there is nothing to account for.
    public boolean isNone() {
        return sent == 0 && unused == 0;
    }
}
