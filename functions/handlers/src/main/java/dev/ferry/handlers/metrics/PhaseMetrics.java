package dev.ferry.handlers.metrics;

import dev.ferry.handlers.dynamodb.Consumption.Units;
import java.time.Duration;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/// The one place that emits metrics, as embedded metric lines: namespace `Ferry`, dimensions `Migration` and
/// `Phase`.
///
/// *Units*: records, units of work and DynamoDB's request units as counts; `BytesRead` in bytes; `GbSeconds` is
/// memory
/// times elapsed time, an estimate of what Lambda bills.
///
/// *Threading*: safe for concurrent use; every call writes a line of its own.
public final class PhaseMetrics {
    private static final String NAMESPACE = "Ferry";
    private static final double MB_PER_GB = 1024;

    static {
        // Where the function's own name is not known, as on a laptop, the library would say so for every line.
        EnvironmentConfigurationProvider.getConfig().setServiceName("ferry");
    }

    private PhaseMetrics() {}

    /// Reports the work of one invocation.
    public static void emit(String migrationId, String phase, UnitReport work) {
        MetricsFactory.getMetricsInstance().flushMetrics(metrics -> {
            metrics.setNamespace(NAMESPACE);
            metrics.setDefaultDimensions(DimensionSet.of("Migration", migrationId, "Phase", phase));
            metrics.addMetric("UnitsDone", work.units(), MetricUnit.COUNT);
            metrics.addMetric("RecordsDone", work.recordsDone(), MetricUnit.COUNT);
            metrics.addMetric("RecordsFailed", work.recordsFailed(), MetricUnit.COUNT);
            metrics.addMetric("BytesRead", work.bytesRead(), MetricUnit.BYTES);
            if (work.recordsTotal() > 0) {
                metrics.addMetric("RecordsTotal", work.recordsTotal(), MetricUnit.COUNT);
            }
        });
    }

    /// Reports what one invocation cost.
    public static void emitCost(String migrationId, String phase, Cost cost) {
        MetricsFactory.getMetricsInstance().flushMetrics(metrics -> {
            metrics.setNamespace(NAMESPACE);
            metrics.setDefaultDimensions(DimensionSet.of("Migration", migrationId, "Phase", phase));
            metrics.addMetric("GbSeconds", cost.gbSeconds(), MetricUnit.NONE);
            metrics.addMetric("WriteUnits", cost.charged().write(), MetricUnit.COUNT);
            metrics.addMetric("ReadUnits", cost.charged().read(), MetricUnit.COUNT);
        });
    }

    /// What one invocation cost.
    public record Cost(int memoryMb, Duration elapsed, Units charged) {
        double gbSeconds() {
            return memoryMb / MB_PER_GB * elapsed.toMillis() / 1000.0;
        }
    }
}
