package dev.ferry.core.load;

import java.time.Duration;
import java.util.List;

/// What a planned load asks of a target, held against what the target allows.
///
/// @param needs in the order of their weight
/// @param shortest the time that loading takes at the least; zero where the target does not limit it
/// @param boundBy what that time comes from, for a person; empty where nothing does
public record TargetForecast(List<Need> needs, Duration shortest, String boundBy) {
    /// For a target that limits nothing.
    public static final TargetForecast NONE = new TargetForecast(List.of(), Duration.ZERO, "");

    public TargetForecast {
        needs = List.copyOf(needs);
    }

    /// How much of one thing is needed.
    ///
    /// @param what for example `API calls that write`
    /// @param exact whether it is counted record by record; else it is reckoned
    /// @param allowed how much the target allows in a period, read from it; 0 where it does not say
    /// @param left how much of that is left now; as `allowed` where nothing is used up
    /// @param period for example `24 hours`; empty for once and for all
    public record Need(String what, long amount, boolean exact, long allowed, long left, String period) {

        /// Whether more is needed than is left of one period.
        public boolean exceeds() {
            return allowed > 0 && amount > left;
        }
    }
}
