package dev.ferry.asapp.pages;

import dev.ferry.core.budget.BudgetName;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.DailyCap;
import dev.ferry.core.budget.Pace;
import dev.ferry.core.budget.Rate;
import dev.ferry.core.run.ApiConfig;

/// The budget of a tenant's key at ASAPP.
///
/// *Source*: 100 requests a second, smoothed; a daily cap whose number is not public, in days of UTC.
public final class AsappBudget {
    private static final double PERCENT = 100.0;

    private AsappBudget() {}

    /// The budget that all runs for a tenant share.
    public static BudgetName name(String company) {
        return new BudgetName("asapp:" + company);
    }

    /// The settings that a configuration asks for.
    public static BudgetSettings settings(ApiConfig config) {
        DailyCap cap = DailyCap.of(config.requestsPerDay());
        return BudgetSettings.standard(config.requestsPerDay())
                .withCap(new DailyCap(
                        cap.requests(),
                        config.dailySharePercent() / PERCENT,
                        cap.retryReserve(),
                        cap.zone(),
                        cap.quiet()))
                .withPace(Pace.standard().withTarget(Rate.perSecond(config.requestsPerSecond())));
    }
}
