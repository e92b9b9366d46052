package dev.ferry.handlers.metrics;

import dev.ferry.handlers.environment.Environment;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;

/// One embedded metric line, put together and printed.
///
/// *Threading*: for one thread; lines of several threads do not mix.
final class MetricLine {
    private final DimensionSet dimensions;
    private final Map<FerryMetric, Double> values = new EnumMap<>(FerryMetric.class);
    private final Map<String, String> properties = new LinkedHashMap<>();

    static {
        // Outside of Lambda the library would look for an agent to send lines to, and complain of a missing name.
        if (Environment.find("AWS_LAMBDA_FUNCTION_NAME").isEmpty()) {
            EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Local);
        }
        EnvironmentConfigurationProvider.getConfig().setServiceName("ferry");
    }

    private MetricLine(DimensionSet dimensions) {
        this.dimensions = dimensions;
    }

    /// A line about a phase of a migration.
    static MetricLine of(String migrationId, String phase) {
        return new MetricLine(DimensionSet.of("Migration", migrationId, "Phase", phase));
    }

    /// A line about failures of one kind.
    static MetricLine ofCode(String migrationId, String code) {
        return new MetricLine(DimensionSet.of("Migration", migrationId, "Code", code));
    }

    MetricLine with(FerryMetric metric, double value) {
        values.put(metric, value);
        return this;
    }

    /// Something to search the logs by, which is no metric.
    MetricLine saying(String name, String value) {
        properties.put(name, value);
        return this;
    }

    void emit() {
        MetricsFactory.getMetricsInstance().flushMetrics(metrics -> {
            metrics.setNamespace(FerryMetric.NAMESPACE);
            metrics.setDefaultDimensions(dimensions);
            values.forEach((metric, value) -> metrics.addMetric(metric.key(), value, metric.unit()));
            properties.forEach(metrics::addMetadata);
        });
    }
}
