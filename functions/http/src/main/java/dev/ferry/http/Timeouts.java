package dev.ferry.http;

import java.time.Duration;

/// How long one request may take before it counts as unanswered.
///
/// `answer`: from sending to the head of the answer, for calls with small bodies. `upload`: the same for a file
/// going up. `stall`: the longest silence while an answer's body is read.
public record Timeouts(Duration answer, Duration upload, Duration stall) {
    /// Refuses a duration that is zero or negative.
    public Timeouts {
        for (var each : new Duration[] {answer, upload, stall}) {
            if (!each.isPositive()) {
                throw new IllegalArgumentException("A timeout of " + each + " lets no answer arrive");
            }
        }
    }

    /// Two minutes for an answer, ten for an upload, one of silence.
    public static Timeouts standard() {
        return new Timeouts(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(1));
    }
}
