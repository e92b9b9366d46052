package dev.ferry.infra.observability;

import dev.ferry.handlers.metrics.FerryMetric;
import dev.ferry.infra.settings.Description;
import dev.ferry.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.DimensionProperty;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.MetricDataQueryProperty;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.MetricProperty;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.MetricStatProperty;
import software.amazon.awscdk.services.sns.Topic;

/// What people are told of without looking.
///
/// Ferry's metrics have a migration and a phase; alarms ask for all of them together with Metrics Insights, since
/// an alarm cannot search.
record Alarms(Stack stack, Settings settings, Topic topic) {
    private static final int FIVE_MINUTES = 300;

    /// Makes them.
    ///
    /// @return their ARNs
    List<String> all(Description description) {
        List<CfnAlarm> alarms = new ArrayList<>();
        alarms.add(alarm(
                "gate-waits",
                "A gate has opened: a run waits for a person, at no cost. See docs/how-to/answer-the-owner-gate.md.",
                new Rule(List.of(query("opened", FerryMetric.GATE_OPENED, true)), 0, 1)));
        alarms.add(alarm(
                "breaker-tripped",
                "A provider refuses the key, and everybody has stopped. Put it right, then call operate-budget with"
                        + " REOPEN.",
                new Rule(List.of(query("open", FerryMetric.BREAKER_OPEN, true)), 0, 1)));
        alarms.add(
                alarm("phase-stalled", "Functions are called, and no unit of work has ended for an hour.", stalled()));
        description.resources().queues().stream()
                .filter(queue -> queue.deadLetter().isEmpty())
                .forEach(queue -> alarms.add(alarm(
                        queue.name() + "-not-empty",
                        "Messages were given up. Look at them, then start their redrive.",
                        service("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue.name()))));
        description
                .deployment()
                .functions()
                .forEach(function -> function.eventSources()
                        .forEach(_ -> alarms.add(alarm(
                                function.name() + "-throttled",
                                "Messages come faster than the function's concurrency allows.",
                                service("AWS/Lambda", "Throttles", "FunctionName", function.name())))));
        alarms.add(alarm(
                "run-failed",
                "A run has stopped. Its execution names the error; redrive it once the cause is gone.",
                failedRuns()));
        return alarms.stream().map(CfnAlarm::getAttrArn).toList();
    }

    /// When an alarm rings: a value is greater than a limit for some periods of five minutes.
    private record Rule(List<MetricDataQueryProperty> queries, double limit, int periods) {}

    private CfnAlarm alarm(String name, String description, Rule rule) {
        return CfnAlarm.Builder.create(stack, name)
                .alarmName(settings.name(name))
                .alarmDescription(description)
                .metrics(rule.queries())
                .comparisonOperator("GreaterThanThreshold")
                .threshold(rule.limit())
                .evaluationPeriods(rule.periods())
                .datapointsToAlarm(rule.periods())
                .treatMissingData("notBreaching")
                .alarmActions(List.of(topic.getTopicArn()))
                .okActions(List.of(topic.getTopicArn()))
                .build();
    }

    private static Rule stalled() {
        return new Rule(
                List.of(
                        query("called", FerryMetric.REQUESTS, false),
                        query("ended", FerryMetric.UNITS_DONE, false),
                        MetricDataQueryProperty.builder()
                                .id("stalled")
                                .label("called without an end")
                                .expression("IF(called > 0 AND FILL(ended, 0) < 1, 1, 0)")
                                .returnData(true)
                                .build()),
                0,
                12);
    }

    private static MetricDataQueryProperty query(String id, FerryMetric metric, boolean returned) {
        return MetricDataQueryProperty.builder()
                .id(id)
                .label(metric.key())
                .period(FIVE_MINUTES)
                .expression("SELECT %s(%s) FROM SCHEMA(\"%s\", Migration, Phase)"
                        .formatted(
                                switch (metric.reading()) {
                                    case SUM -> "SUM";
                                    case MAXIMUM -> "MAX";
                                    case MINIMUM -> "MIN";
                                },
                                metric.key(),
                                FerryMetric.NAMESPACE))
                .returnData(returned)
                .build();
    }

    private Rule service(String namespace, String metric, String dimension, String part) {
        return new Rule(List.of(stat(namespace, metric, dimension, settings.name(part))), 0, 1);
    }

    private Rule failedRuns() {
        String arn = "arn:%s:states:%s:%s:stateMachine:%s"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), settings.name("migration"));
        return new Rule(List.of(stat("AWS/States", "ExecutionsFailed", "StateMachineArn", arn)), 0, 1);
    }

    private static MetricDataQueryProperty stat(String namespace, String metric, String dimension, String value) {
        return MetricDataQueryProperty.builder()
                .id("value")
                .label(metric)
                .metricStat(MetricStatProperty.builder()
                        .metric(MetricProperty.builder()
                                .namespace(namespace)
                                .metricName(metric)
                                .dimensions(List.of(DimensionProperty.builder()
                                        .name(dimension)
                                        .value(value)
                                        .build()))
                                .build())
                        .period(FIVE_MINUTES)
                        .stat(metric.startsWith("Approximate") ? "Maximum" : "Sum")
                        .build())
                .returnData(true)
                .build();
    }
}
