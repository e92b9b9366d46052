package dev.ferry.intercom.target;

import dev.ferry.core.budget.BudgetName;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.DailyCap;
import dev.ferry.core.budget.Pace;
import dev.ferry.core.budget.Pace.LeaseSize;
import dev.ferry.core.budget.Rate;
import dev.ferry.intercom.target.IntercomOptions.PaceOptions;
import java.time.Duration;
import java.util.Collections;

/// The budget of a workspace: windows of 10 seconds, no days.
///
/// *Units*: of a window of 83 requests 80.5 are used: a request may be late by [#LATENESS], and clocks differ by
/// [#SKEW], so that up to 2 % of a window's requests can fall into its neighbour.
///
/// *Source*: Intercom, rate limiting: the minute's limit is distributed over windows of 10 seconds.
final class IntercomBudget {
    /// Over which Intercom counts.
    static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int WINDOWS_A_MINUTE = 6;
    private static final double USED = 0.97;
    private static final double PERCENT = 100.0;
    private static final Duration SKEW = Duration.ofMillis(20);
    private static final Duration LATENESS = Duration.ofMillis(100);
    private static final Duration LEASE = Duration.ofMillis(500);
    private static final Duration HORIZON = Duration.ofSeconds(1);

    // As many refusals in a row as take ten minutes; then the run parks for as long again.
    private static final int MOST_PUSHES = 60;

    private IntercomBudget() {}

    /// The budget that all runs with a secret share.
    static BudgetName name(String secretName) {
        String plain = secretName.replaceAll("[^A-Za-z0-9._-]", "-");
        return new BudgetName("intercom:" + plain.substring(0, Math.min(plain.length(), 80)));
    }

    /// How many requests a window may hold.
    ///
    /// @param announced what Intercom allows in a window; 0 when it has not said so yet
    static int window(PaceOptions options, int announced) {
        int most = Math.max(1, options.requestsPerMinute() / WINDOWS_A_MINUTE);
        int share = (int) Math.floor(announced * options.sharePercent() / PERCENT);
        return announced == 0 ? most : Math.max(1, Math.min(most, share));
    }

    /// The settings for so many requests in a window. Requests may follow each other twice as fast as on average:
    /// the window counts, not the distance.
    static BudgetSettings settings(int window) {
        Rate target = new Rate(Math.max(1, (int) Math.floor(window * USED * 100)), WINDOW.multipliedBy(100));
        Rate burst = new Rate(2 * window, WINDOW);
        int slots = Math.clamp(target.in(LEASE), 1, 200);
        Pace pace = new Pace(burst, target, SKEW, LATENESS, new LeaseSize(slots, HORIZON));
        return new BudgetSettings(pace, DailyCap.none(), Collections.nCopies(MOST_PUSHES, WINDOW));
    }

    /// How many requests a minute are sent at the most with a window of that size.
    static double perMinute(int window) {
        return settings(window).pace().target().perSecond() * 60;
    }
}
