package dev.ferry.infra.observability;

import dev.ferry.handlers.metrics.FerryMetric;

/// Search expressions of CloudWatch.
final class Search {
    /// What the dashboard puts the chosen migration in place of.
    static final String MIGRATION = "CHOSEN_MIGRATION";

    private static final int PERIOD_SECONDS = 300;

    private Search() {}

    /// A metric of the chosen migration, one line for each phase.
    static String byPhase(FerryMetric metric) {
        return ferry(metric, "Phase");
    }

    /// A metric of the chosen migration, one line for each error code.
    static String byCode(FerryMetric metric) {
        return ferry(metric, "Code");
    }

    /// A metric of a service, one line for each part whose name begins with a text.
    ///
    /// @param schema namespace and dimensions, for example `AWS/Lambda,FunctionName`
    static String ofService(String schema, String prefix, ServiceMetric metric) {
        return "SEARCH('{%s} \"%s\" MetricName=\"%s\"', '%s', %d)"
                .formatted(schema, prefix, metric.name(), metric.statistic(), PERIOD_SECONDS);
    }

    /// A metric that is not Ferry's.
    record ServiceMetric(String name, String statistic) {}

    private static String ferry(FerryMetric metric, String dimension) {
        return "SEARCH('{%s,Migration,%s} Migration=\"%s\" MetricName=\"%s\"', '%s', %d)"
                .formatted(
                        FerryMetric.NAMESPACE,
                        dimension,
                        MIGRATION,
                        metric.key(),
                        metric.reading().statistic(),
                        PERIOD_SECONDS);
    }
}
