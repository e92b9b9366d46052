package dev.ferry.infra.machines;

import dev.ferry.infra.functions.QueueParts;
import dev.ferry.infra.settings.Settings;
import dev.ferry.local.cloud.Resources;
import dev.ferry.local.stepfunctions.StatusRule;
import dev.ferry.local.stepfunctions.interpreter.ExecutionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

/// The rules by which queues hear of the ends of executions. What EventBridge cannot hand over goes to the queue's
/// own dead-letter queue, where messages that no function could work on go too.
public final class RuleParts {
    private RuleParts() {}

    /// Makes them in a stack.
    public static void in(
            Stack stack,
            Settings settings,
            Resources resources,
            QueueParts queues,
            Map<String, StateMachine> machines) {
        for (StatusRule described : resources.rules()) {
            Rule rule = Rule.Builder.create(stack, described.name() + "-rule")
                    .ruleName(settings.name(described.name()))
                    .description("Tells the queue %s of executions that end so: %s"
                            .formatted(described.queue(), described.statuses()))
                    .eventPattern(pattern(described, machines))
                    .build();
            SqsQueue.Builder target = SqsQueue.Builder.create(queues.require(described.queue()));
            dead(resources, described, queues).ifPresent(target::deadLetterQueue);
            rule.addTarget(target.build());
        }
    }

    // An execution that was started by an alias or a version may be said to be of the version.
    private static EventPattern pattern(StatusRule described, Map<String, StateMachine> machines) {
        List<Object> arns = described.machines().stream()
                .map(machines::get)
                .map(StateMachine::getStateMachineArn)
                .flatMap(arn -> Stream.<Object>of(arn, Map.of("prefix", arn + ":")))
                .toList();
        return EventPattern.builder()
                .source(List.of("aws.states"))
                .detailType(List.of("Step Functions Execution Status Change"))
                .detail(Map.of(
                        "status",
                        described.statuses().stream().map(ExecutionStatus::name).toList(),
                        "stateMachineArn",
                        arns))
                .build();
    }

    private static Optional<Queue> dead(Resources resources, StatusRule described, QueueParts queues) {
        return resources.queues().stream()
                .filter(queue -> queue.name().equals(described.queue()))
                .flatMap(queue -> queue.deadLetter().stream())
                .map(dead -> queues.require(dead.queue()))
                .findFirst();
    }
}
