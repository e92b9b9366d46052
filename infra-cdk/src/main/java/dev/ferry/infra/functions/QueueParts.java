package dev.ferry.infra.functions;

import dev.ferry.infra.settings.Findings;
import dev.ferry.infra.settings.Settings;
import dev.ferry.local.cloud.Resources;
import dev.ferry.local.sqs.QueueDescription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;

/// The queues, each with its dead-letter queue.
///
/// @param queues by the name that `resources.json` gives them
public record QueueParts(Map<String, Queue> queues) {
    private static final Duration LONGEST_RETENTION = Duration.days(14);

    public QueueParts {
        queues = Map.copyOf(queues);
    }

    /// Makes them in a stack, dead-letter queues first.
    public static QueueParts in(Stack stack, Settings settings, Resources resources) {
        Map<String, Queue> queues = new LinkedHashMap<>();
        resources.queues().stream()
                .filter(queue -> queue.deadLetter().isEmpty())
                .forEach(queue -> queues.put(queue.name(), queue(stack, settings, queue, Optional.empty())));
        for (QueueDescription queue : resources.queues()) {
            queue.deadLetter()
                    .ifPresent(dead -> queues.put(
                            queue.name(),
                            queue(
                                    stack,
                                    settings,
                                    queue,
                                    Optional.of(DeadLetterQueue.builder()
                                            .queue(queues.get(dead.queue()))
                                            .maxReceiveCount(dead.maxReceiveCount())
                                            .build()))));
        }
        return new QueueParts(queues);
    }

    /// A queue.
    ///
    /// *Errors*: `IllegalArgumentException` for a name that `resources.json` does not have.
    public Queue require(String name) {
        Queue queue = queues.get(name);
        if (queue == null) {
            throw new IllegalArgumentException("resources.json has no queue " + name);
        }
        return queue;
    }

    /// The ARN of a queue.
    ///
    /// *Errors*: as for [#require].
    String arn(String name) {
        return require(name).getQueueArn();
    }

    private static Queue queue(
            Stack stack, Settings settings, QueueDescription described, Optional<DeadLetterQueue> dead) {
        Queue.Builder builder = Queue.Builder.create(stack, described.name() + "-queue")
                .queueName(settings.name(described.name()))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(LONGEST_RETENTION)
                .visibilityTimeout(
                        Duration.seconds(described.visibilityTimeout().toSeconds()));
        dead.ifPresent(builder::deadLetterQueue);
        Queue queue = builder.build();
        if (dead.isEmpty()) {
            Findings.accept(queue, "AwsSolutions-SQS3", "This is a dead-letter queue; people take messages out of it.");
        }
        return queue;
    }
}
