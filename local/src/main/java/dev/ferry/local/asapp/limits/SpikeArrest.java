package dev.ferry.local.asapp.limits;

import dev.ferry.local.asapp.tenant.LimitRules;

/// Decides whether a second has room for one more request.
///
/// *Threading*: for one thread; [Gate] calls it under its lock.
sealed interface SpikeArrest {

    /// Lets a request pass or refuses it. A refused request uses nothing.
    ///
    /// @param nanos when it arrived; never before the one asked about last
    boolean admits(long nanos, LimitRules rules);

    /// The arrest that the rules name.
    static SpikeArrest of(LimitRules.SpikeArrest kind) {
        return switch (kind) {
            case SMOOTHED -> new Smoothed();
            case FIXED_WINDOW -> new FixedWindow();
        };
    }

    /// Requests evenly spaced, with a small burst: the generic cell rate algorithm.
    final class Smoothed implements SpikeArrest {
        private long due = Long.MIN_VALUE;

        @Override
        public boolean admits(long nanos, LimitRules rules) {
            long spacing = Gate.SECOND / rules.rps();
            long earliest = Math.max(due, nanos);
            if (earliest - nanos > spacing * (rules.spikeBurst() - 1)) {
                return false;
            }
            due = earliest + spacing;
            return true;
        }
    }

    /// So many requests in every second of the clock.
    final class FixedWindow implements SpikeArrest {
        private long second = Long.MIN_VALUE;
        private int used;

        @Override
        public boolean admits(long nanos, LimitRules rules) {
            long current = Math.floorDiv(nanos, Gate.SECOND);
            if (current != second) {
                second = current;
                used = 0;
            }
            if (used >= rules.rps()) {
                return false;
            }
            used++;
            return true;
        }
    }
}
