package dev.ferry.local.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The tenant's time.
///
/// @param clock what it is at the start; none for the real time
/// @param clockSpeed [1] how fast it goes; 0 for standing still
public record ClockRules(@Nullable Instant clock, double clockSpeed) {

    public ClockRules {
        if (!(clockSpeed >= 0 && clockSpeed <= 1_000_000)) {
            throw new IllegalArgumentException("clockSpeed is %s; it is from 0 to 1000000".formatted(clockSpeed));
        }
    }

    /// The real time.
    public static ClockRules real() {
        return new ClockRules(null, 1);
    }
}
