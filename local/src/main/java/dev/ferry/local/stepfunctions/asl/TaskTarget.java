package dev.ferry.local.stepfunctions.asl;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a Task state calls.
public sealed interface TaskTarget {

    /// The text of the state's `Resource`.
    String resource();

    /// A function by its ARN: the event is the task's whole input and the result its whole answer.
    record Function(String resource) implements TaskTarget {}

    /// An optimised integration, or one call of an AWS SDK.
    record Integration(String resource, Service service, Mode mode) implements TaskTarget {

        /// The name that history events give the action, for example `sendMessage.waitForTaskToken`.
        public String action() {
            return resource.substring(resource.lastIndexOf(service.action));
        }
    }

    /// How long the task lasts.
    enum Mode {
        /// Until the service has answered the request.
        REQUEST_RESPONSE(""),
        /// Until the job that the request began has ended.
        SYNC(".sync"),
        /// The same, with the job's output parsed.
        SYNC_2(".sync:2"),
        /// Until somebody sends the task's token back.
        WAIT_FOR_TASK_TOKEN(".waitForTaskToken");

        private final String suffix;

        Mode(String suffix) {
            this.suffix = suffix;
        }
    }

    /// The service actions on offer.
    enum Service {
        /// `lambda:invoke`.
        LAMBDA_INVOKE("lambda", "invoke", Mode.WAIT_FOR_TASK_TOKEN),
        /// `sqs:sendMessage`.
        SQS_SEND_MESSAGE("sqs", "sendMessage", Mode.WAIT_FOR_TASK_TOKEN),
        /// `states:startExecution`.
        STATES_START_EXECUTION("states", "startExecution", Mode.SYNC, Mode.SYNC_2, Mode.WAIT_FOR_TASK_TOKEN),
        /// `aws-sdk:sfn:startExecution`.
        SDK_START_EXECUTION("aws-sdk:sfn", "startExecution"),
        /// `aws-sdk:sfn:describeExecution`.
        SDK_DESCRIBE_EXECUTION("aws-sdk:sfn", "describeExecution"),
        /// `aws-sdk:sfn:sendTaskSuccess`.
        SDK_SEND_TASK_SUCCESS("aws-sdk:sfn", "sendTaskSuccess"),
        /// `aws-sdk:sfn:sendTaskFailure`.
        SDK_SEND_TASK_FAILURE("aws-sdk:sfn", "sendTaskFailure"),
        /// `aws-sdk:sfn:sendTaskHeartbeat`.
        SDK_SEND_TASK_HEARTBEAT("aws-sdk:sfn", "sendTaskHeartbeat"),
        /// `aws-sdk:s3:getObject`.
        SDK_GET_OBJECT("aws-sdk:s3", "getObject"),
        /// `aws-sdk:s3:putObject`.
        SDK_PUT_OBJECT("aws-sdk:s3", "putObject");

        private final String type;
        private final String action;
        private final Mode[] modes;

        Service(String type, String action, Mode... modes) {
            this.type = type;
            this.action = action;
            this.modes = modes;
        }

        /// The name that history events give the service, for example `sqs`.
        public String type() {
            return type;
        }

        private boolean offers(Mode mode) {
            return mode == Mode.REQUEST_RESPONSE || Arrays.asList(modes).contains(mode);
        }
    }

    /// The ARN of a function, with or without qualifier.
    Pattern FUNCTION_ARN = Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:[\\w.-]+(:[\\w$.-]+)?");

    /// The target of a `Resource`; empty when it is not on offer.
    static Optional<TaskTarget> of(String resource) {
        if (FUNCTION_ARN.matcher(resource).matches()) {
            return Optional.of(new Function(resource));
        }
        for (var service : Service.values()) {
            for (var mode : Mode.values()) {
                var arn = "arn:aws:states:::" + service.type + ":" + service.action + mode.suffix;
                if (resource.equals(arn) && service.offers(mode)) {
                    return Optional.of(new Integration(resource, service, mode));
                }
            }
        }
        return Optional.empty();
    }
}
