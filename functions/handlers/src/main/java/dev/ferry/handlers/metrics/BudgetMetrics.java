package dev.ferry.handlers.metrics;

import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.BudgetStatus;
import dev.ferry.core.budget.Forecast;
import java.time.Duration;
import java.time.Instant;

/// Emits where a source's budget stands: namespace `Ferry`, dimensions `Migration` and `Phase`, the phase being
/// `source`.
///
/// *Units*: `RequestsUsed`, `RequestsReserved`, `RequestsLeft` of the provider's day, and `RequestsToCome` of the
/// reporting work as counts; `ForecastSeconds` until that work is done, if it has the budget for itself;
/// `BreakerOpen` is 1 while the provider refuses the key. All are levels, not increments: read them as
/// [FerryMetric] says.
public final class BudgetMetrics {
    /// The phase of what is read from the source's APIs.
    public static final String PHASE = "source";

    private BudgetMetrics() {}

    /// Reports the state of a budget.
    ///
    /// @param toCome about how many requests the work still has to send
    public static void emit(String migrationId, BudgetState state, long toCome, Instant now) {
        BudgetStatus status = BudgetStatus.of(state, now);
        Forecast forecast = Forecast.of(state, toCome, now);
        MetricLine.of(migrationId, PHASE)
                .with(FerryMetric.REQUESTS_USED, status.used())
                .with(FerryMetric.REQUESTS_RESERVED, status.reserved())
                .with(FerryMetric.REQUESTS_LEFT, status.left())
                .with(FerryMetric.REQUESTS_TO_COME, toCome)
                .with(
                        FerryMetric.FORECAST_SECONDS,
                        Duration.between(now, forecast.done()).toSeconds())
                .with(FerryMetric.BREAKER_OPEN, status.openBreaker().isPresent() ? 1 : 0)
                .emit();
    }
}
