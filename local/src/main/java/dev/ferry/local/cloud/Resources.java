package dev.ferry.local.cloud;

import dev.ferry.local.dynamodb.TableDescription;
import dev.ferry.local.firehose.StreamDescription;
import dev.ferry.local.sqs.QueueDescription;
import dev.ferry.local.stepfunctions.StatusRule;
import java.util.List;

/// The data services that a deployment consists of, as `resources.json` describes them for the laptop and for AWS.
///
/// @param buckets names of buckets
/// @param streams delivery streams into these buckets
/// @param rules which of these queues hear of the ends of executions
public record Resources(
        List<TableDescription> tables,
        List<String> buckets,
        List<QueueDescription> queues,
        List<StreamDescription> streams,
        List<StatusRule> rules) {

    public Resources {
        tables = List.copyOf(tables);
        buckets = List.copyOf(buckets);
        queues = List.copyOf(queues);
        streams = List.copyOf(streams);
        rules = List.copyOf(rules);
        for (var stream : streams) {
            if (!buckets.contains(stream.bucket())) {
                throw new IllegalArgumentException("resources.json: stream %s delivers to %s, which is not described"
                        .formatted(stream.name(), stream.bucket()));
            }
        }
        var names = queues.stream().map(QueueDescription::name).toList();
        for (var rule : rules) {
            if (!names.contains(rule.queue())) {
                throw new IllegalArgumentException("resources.json: rule %s sends to %s, which is not described"
                        .formatted(rule.name(), rule.queue()));
            }
        }
        for (var queue : queues) {
            queue.deadLetter()
                    .map(QueueDescription.DeadLetter::queue)
                    .filter(dead -> !names.contains(dead))
                    .ifPresent(dead -> {
                        throw new IllegalArgumentException(
                                "resources.json: queue %s sends to %s, which is not described"
                                        .formatted(queue.name(), dead));
                    });
        }
    }

    /// No resources at all.
    public static Resources none() {
        return new Resources(List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
