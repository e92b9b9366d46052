package dev.ferry.infra.observability;

import static dev.ferry.infra.observability.Search.byPhase;
import static dev.ferry.infra.observability.Search.ofService;

import dev.ferry.handlers.metrics.FerryMetric;
import dev.ferry.infra.observability.DashboardBody.Line;
import dev.ferry.infra.observability.DashboardBody.Size;
import dev.ferry.infra.observability.Search.ServiceMetric;
import dev.ferry.infra.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The dashboard of an environment: from how far a migration is, over what fails and what it costs, down to the
/// services.
///
/// @param logGroups of all functions
/// @param alarms ARNs
record MigrationDashboard(Settings settings, String region, List<String> logGroups, List<String> alarms) {
    private static final Size WIDE = new Size(24, 3);
    private static final Size HALF = new Size(12, 6);
    private static final Size THIRD = new Size(8, 6);
    private static final int MOST_LOG_GROUPS = 50;

    /// The JSON.
    String body() {
        DashboardBody body = new DashboardBody(region)
                .text(
                        WIDE,
                        "# Ferry, environment %s\nChoose a migration above. Costs are estimates at list prices; see docs/cost.md."
                                .formatted(settings.environment()))
                .alarms("Alarms", WIDE, alarms);
        progress(body);
        failures(body);
        budget(body);
        cost(body);
        bottleneck(body);
        services(body);
        return body.write();
    }

    private static void progress(DashboardBody body) {
        body.numbers(
                        "So far",
                        WIDE,
                        List.of(
                                total(FerryMetric.RECORDS_DONE, "records done"),
                                total(FerryMetric.RECORDS_FAILED, "records failed"),
                                total(FerryMetric.ESTIMATED_USD, "US dollars"),
                                new Line(
                                        "perThousand", "1000 * estimatedUsd / recordsDone", "dollars per 1,000", true)))
                .graph("Records done, and in all", HALF, lines(FerryMetric.RECORDS_DONE, FerryMetric.RECORDS_TOTAL))
                .graph("Units done", HALF, lines(FerryMetric.UNITS_DONE))
                .graph(
                        "Records a second",
                        THIRD,
                        List.of(
                                Line.hidden("done", byPhase(FerryMetric.RECORDS_DONE)),
                                new Line("rate", "done / PERIOD(done)", "", true)))
                .graph("Hours left of the phase that runs", THIRD, timeLeft())
                .graph("Bytes read", THIRD, lines(FerryMetric.BYTES_READ));
    }

    // What is left of a phase, at the pace of the last hour that is shown.
    private static List<Line> timeLeft() {
        return List.of(
                Line.hidden("all", "SUM(" + byPhase(FerryMetric.RECORDS_TOTAL) + ")"),
                Line.hidden("now", "SUM(" + byPhase(FerryMetric.RECORDS_DONE) + ")"),
                Line.hidden("left", "RUNNING_SUM(all) - RUNNING_SUM(now)"),
                new Line("hours", "IF(now > 0, left / (now / PERIOD(now)) / 3600)", "hours", true));
    }

    private void failures(DashboardBody body) {
        body.graph("Records failed", THIRD, lines(FerryMetric.RECORDS_FAILED))
                .graph(
                        "Failed invocations by code",
                        THIRD,
                        List.of(Line.of(id(FerryMetric.FAILURES), Search.byCode(FerryMetric.FAILURES))))
                .graph("Records in quarantine", THIRD, lines(FerryMetric.RECORDS_QUARANTINED))
                .graph("Books balanced (1) or not (0)", THIRD, lines(FerryMetric.BOOKS_BALANCED))
                .graph("Gates", THIRD, lines(FerryMetric.GATE_OPENED, FerryMetric.GATE_ANSWERED))
                .query(
                        "Latest failures",
                        THIRD,
                        someLogGroups(),
                        "filter level = \"ERROR\" | fields @timestamp, runId, message | sort @timestamp desc | limit 20");
    }

    private static void budget(DashboardBody body) {
        body.graph(
                        "Requests of the provider's day",
                        THIRD,
                        lines(
                                FerryMetric.REQUESTS_USED,
                                FerryMetric.REQUESTS_RESERVED,
                                FerryMetric.REQUESTS_LEFT,
                                FerryMetric.REQUESTS_TO_COME))
                .graph("Seconds until the requests are sent", THIRD, lines(FerryMetric.FORECAST_SECONDS))
                .graph("Breaker open (1)", THIRD, lines(FerryMetric.BREAKER_OPEN))
                .graph(
                        "Requests of the target's window or day",
                        HALF,
                        lines(FerryMetric.TARGET_REQUESTS_USED, FerryMetric.TARGET_REQUESTS_ALLOWED));
    }

    private static void cost(DashboardBody body) {
        body.stack("US dollars by phase", HALF, lines(FerryMetric.ESTIMATED_USD))
                .stack("GB-seconds by phase", HALF, lines(FerryMetric.GB_SECONDS))
                .graph("Invocations and task states", THIRD, lines(FerryMetric.REQUESTS, FerryMetric.STATE_TRANSITIONS))
                .graph("DynamoDB units", THIRD, lines(FerryMetric.WRITE_UNITS, FerryMetric.READ_UNITS))
                .graph(
                        "S3 and SQS requests",
                        THIRD,
                        lines(FerryMetric.OBJECT_WRITES, FerryMetric.OBJECT_READS, FerryMetric.QUEUE_REQUESTS));
    }

    private void bottleneck(DashboardBody body) {
        body.stack(
                        "What invocations wait for",
                        HALF,
                        lines(
                                FerryMetric.BOUND_BY_PROCESSOR,
                                FerryMetric.BOUND_BY_STORE,
                                FerryMetric.BOUND_BY_PROVIDER))
                .query(
                        "Current bottleneck",
                        HALF,
                        someLogGroups(),
                        "filter ispresent(currentBottleneck) | stats count(*) as invocations by Phase, currentBottleneck"
                                + " | sort invocations desc");
    }

    private void services(DashboardBody body) {
        String prefix = settings.name("");
        String lambda = "AWS/Lambda,FunctionName";
        String states = "AWS/States,StateMachineArn";
        String sqs = "AWS/SQS,QueueName";
        body.graph("Duration, slowest 1 %", THIRD, service(lambda, prefix, "Duration", "p99"))
                .graph("Throttles", THIRD, service(lambda, prefix, "Throttles", "Sum"))
                .graph("Concurrency", THIRD, service(lambda, prefix, "ConcurrentExecutions", "Maximum"))
                .graph("State machines failed", THIRD, service(states, prefix, "ExecutionsFailed", "Sum"))
                .graph("State transitions held back", THIRD, service(states, prefix, "ExecutionThrottled", "Sum"))
                .graph("Age of messages", THIRD, service(sqs, prefix, "ApproximateAgeOfOldestMessage", "Maximum"))
                .graph(
                        "Messages waiting, dead letters too",
                        HALF,
                        service(sqs, prefix, "ApproximateNumberOfMessagesVisible", "Maximum"))
                .graph(
                        "Table requests throttled",
                        HALF,
                        service("AWS/DynamoDB,TableName,Operation", prefix, "ThrottledRequests", "Sum"));
    }

    private static List<Line> service(String schema, String prefix, String metric, String statistic) {
        return List.of(Line.of(
                metric.substring(0, 1).toLowerCase(Locale.ROOT) + metric.substring(1),
                ofService(schema, prefix, new ServiceMetric(metric, statistic))));
    }

    private static List<Line> lines(FerryMetric... metrics) {
        return Arrays.stream(metrics)
                .map(metric -> Line.of(id(metric), byPhase(metric)))
                .toList();
    }

    private static Line total(FerryMetric metric, String label) {
        return new Line(id(metric), "SUM(" + byPhase(metric) + ")", label, true);
    }

    private static String id(FerryMetric metric) {
        return metric.key().substring(0, 1).toLowerCase(Locale.ROOT)
                + metric.key().substring(1);
    }

    private List<String> someLogGroups() {
        return logGroups.subList(0, Math.min(MOST_LOG_GROUPS, logGroups.size()));
    }
}
