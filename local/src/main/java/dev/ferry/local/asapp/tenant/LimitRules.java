package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Checks;
import java.time.LocalTime;

/// How many requests the tenant may send.
///
/// *Shape*, with the defaults of [#assumed] in brackets:
///
/// - `rps` [100] requests a second, documented
/// - `spikeArrest` [`SMOOTHED`] how a second is measured, assumed: gateway policies usually smooth
/// - `spikeBurst` [10] how many requests the smoothed bucket lets through at once, assumed
/// - `limitScope` [`COMPANY`] who shares a limit, assumed as the strictest
/// - `dailyLimit` [100,000] requests a UTC day, assumed: the number is not public
/// - `dailyResetAt` [00:00] UTC, assumed as all other documented times
/// - `refusedCallsCount` [true] whether a request that the spike arrest refuses is one of the day's, assumed as the
///   strictest
/// - `revokeAfter` [1,000] further requests of an exhausted day after which the key is revoked, assumed; 0 never
/// - `downloadsCount` [false] whether fetching a presigned URL is one of the day's requests, assumed
public record LimitRules(
        int rps,
        SpikeArrest spikeArrest,
        int spikeBurst,
        Scope limitScope,
        long dailyLimit,
        LocalTime dailyResetAt,
        boolean refusedCallsCount,
        long revokeAfter,
        boolean downloadsCount) {

    /// How a second is measured.
    public enum SpikeArrest {
        /// Requests are spaced evenly; a small burst passes.
        SMOOTHED,
        /// Requests are counted by the second of the clock.
        FIXED_WINDOW
    }

    /// Who shares a limit.
    public enum Scope {
        COMPANY,
        APP,
        KEY
    }

    public LimitRules {
        Checks.atLeast("rps", rps, 1);
        Checks.atLeast("spikeBurst", spikeBurst, 1);
        Checks.atLeast("dailyLimit", dailyLimit, 0);
        Checks.atLeast("revokeAfter", revokeAfter, 0);
    }

    /// The defaults.
    public static LimitRules assumed() {
        return new LimitRules(
                100, SpikeArrest.SMOOTHED, 10, Scope.COMPANY, 100_000, LocalTime.MIDNIGHT, true, 1_000, false);
    }
}
