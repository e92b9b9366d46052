package dev.ferry.core.load;

import java.time.Duration;

/// How much of what a target allows is used, by everybody who calls it.
///
/// *Units*: requests
///
/// @param period over which the target counts, a window of some seconds or a day
public record Allowance(long used, long allowed, Duration period) {

    /// Refuses numbers that no target gives.
    public Allowance {
        if (used < 0 || allowed < 0 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "An allowance needs counts and a period, got %d of %d in %s".formatted(used, allowed, period));
        }
    }
}
