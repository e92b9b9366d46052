package dev.ferry.cli.progress;

import dev.ferry.cli.console.Amounts;
import java.time.Duration;

/// How much longer work takes, as a range: a single number would promise what nobody knows.
///
/// Worked numbers: 25 % in 30 s leaves 72 s to 135 s.
public record TimeLeft(Duration least, Duration most) {
    private static final double OPTIMISM = 0.8;
    private static final double PESSIMISM = 1.5;

    /// From the share that is done and the time it took; no time left when it is all done.
    ///
    /// @param share above 0, at most 1
    public static TimeLeft of(double share, Duration elapsed) {
        double left = elapsed.toMillis() * (1 - share) / share;
        return new TimeLeft(
                Duration.ofMillis(Math.round(left * OPTIMISM)), Duration.ofMillis(Math.round(left * PESSIMISM)));
    }

    @Override
    public String toString() {
        return Amounts.duration(least) + " to " + Amounts.duration(most);
    }
}
