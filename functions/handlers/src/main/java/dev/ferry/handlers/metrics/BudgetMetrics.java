package dev.ferry.handlers.metrics;

import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.BudgetStatus;
import dev.ferry.core.budget.Forecast;
import java.time.Duration;
import java.time.Instant;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/// Emits where a source's budget stands: namespace `Ferry`, dimensions `Migration` and `Phase`, the phase being
/// `source`.
///
/// *Units*: `RequestsUsed`, `RequestsReserved`, `RequestsLeft` of the provider's day, and `RequestsToCome` of the
/// reporting
/// work as counts; `ForecastSeconds` until that work is done, if it has the budget for itself; `BreakerOpen` is 1
/// while
/// the provider refuses the key. All are levels, not increments: read them with the statistic Maximum.
public final class BudgetMetrics {
    private static final String NAMESPACE = "Ferry";
    private static final String PHASE = "source";

    private BudgetMetrics() {}

    /// Reports the state of a budget.
    ///
    /// @param toCome about how many requests the work still has to send
    public static void emit(String migrationId, BudgetState state, long toCome, Instant now) {
        BudgetStatus status = BudgetStatus.of(state, now);
        Forecast forecast = Forecast.of(state, toCome, now);
        MetricsFactory.getMetricsInstance().flushMetrics(metrics -> {
            metrics.setNamespace(NAMESPACE);
            metrics.setDefaultDimensions(DimensionSet.of("Migration", migrationId, "Phase", PHASE));
            metrics.addMetric("RequestsUsed", status.used(), MetricUnit.COUNT);
            metrics.addMetric("RequestsReserved", status.reserved(), MetricUnit.COUNT);
            metrics.addMetric("RequestsLeft", status.left(), MetricUnit.COUNT);
            metrics.addMetric("RequestsToCome", toCome, MetricUnit.COUNT);
            metrics.addMetric(
                    "ForecastSeconds", Duration.between(now, forecast.done()).toSeconds(), MetricUnit.SECONDS);
            metrics.addMetric("BreakerOpen", status.openBreaker().isPresent() ? 1 : 0, MetricUnit.COUNT);
        });
    }
}
