package dev.ferry.local.stepfunctions;

import java.util.Set;

/// Recorded cases that the service is known to answer otherwise, and what it refuses by name.
final class KnownDifferences {

    /// Cases that differ, each with its reason beside it.
    static final Set<String> IDS = Set.of(
            // Recorded in 2023, before AWS added the redrive members that later recordings show.
            "callback--callback--start-execution-sync2",
            // The recording shows a host name that its own input does not have.
            "error-handling--task-service-sqs--send-message-no-such-queue",
            // The recording replaced the generated id by a text of its own.
            "intrinsic-functions--unique-id-generation--uuid",
            // A property name with a backslash and quotes, which the path library reads otherwise.
            "scenarios--base-scenarios--escape-sequence-parsing--escape-sequences-jsonpath",
            // The tail of a function's log is not offered by the invoker.
            "services--lambda-task-service--invoke-unsupported-param",
            // The recorded alias names are not those of the requests.
            "sfn-api-aliasing--base-lifecycle-create-delete-list",
            // The recorded answer is a log line of CloudWatch.
            "sfn-api-express--start-async-describe-history-execution",
            // Log groups do not exist here, so none can be missing.
            "sfn-api-logs--deleted-log-group",
            "sfn-api-logs--update-logging-configuration");

    /// What a refusal must name.
    static final String[] REFUSALS = {
        "arn:aws:states:::dynamodb:",
        "arn:aws:states:::aws-sdk:",
        "Activities are not offered here",
        "The operation TestState",
        "The operation CreateActivity",
        "The operation DescribeActivity",
        "The operation DeleteActivity",
        "The operation ListActivities",
        "The operation GetActivityTask",
    };

    private KnownDifferences() {}
}
