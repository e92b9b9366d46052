package dev.ferry.core.budget;

import java.time.Duration;
import java.util.List;

/// A budget's settings. They are stored with the state, so a change takes effect with the next lease.
///
/// @param pushes how far the timeline is pushed by refusals for pace that follow each other; one more refusal after
///     the last push means that the day is spent, or that a provider without days is left alone for a while
public record BudgetSettings(Pace pace, DailyCap cap, List<Duration> pushes) {
    /// How long before its first slot a lease is checked once more against the state.
    static final Duration CHECK_AHEAD = Duration.ofMillis(100);

    /// Refuses pushes that would meet blocks which are still being sent.
    public BudgetSettings {
        pushes = List.copyOf(pushes);
        if (pushes.isEmpty()) {
            throw new IllegalArgumentException("At least one push is needed before a day counts as spent");
        }
        Duration running = CHECK_AHEAD
                .plus(pace.span(pace.lease().slots()))
                .plus(pace.guard())
                .plus(pace.limit().spacing());
        for (Duration push : pushes) {
            if (push.compareTo(running) < 0) {
                throw new IllegalArgumentException(
                        "A push of %s is shorter than the %s for which leases of %d slots may still be running"
                                .formatted(push, running, pace.lease().slots()));
            }
        }
    }

    /// The standard pace, pushes of 1, 2 and 4 seconds, and a cap of so many requests a day.
    public static BudgetSettings standard(long requestsPerDay) {
        return new BudgetSettings(
                Pace.standard(),
                DailyCap.of(requestsPerDay),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)));
    }

    /// The same at another pace.
    public BudgetSettings withPace(Pace other) {
        return new BudgetSettings(other, cap, pushes);
    }

    /// The same with another cap.
    public BudgetSettings withCap(DailyCap other) {
        return new BudgetSettings(pace, other, pushes);
    }
}
