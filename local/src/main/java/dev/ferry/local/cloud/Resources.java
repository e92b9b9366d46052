package dev.ferry.local.cloud;

import dev.ferry.local.dynamodb.TableDescription;
import dev.ferry.local.sqs.QueueDescription;
import java.util.List;

/// The data services that a deployment consists of, as `resources.json` describes them for the laptop and for AWS.
///
/// @param buckets names of buckets
public record Resources(List<TableDescription> tables, List<String> buckets, List<QueueDescription> queues) {

    public Resources {
        tables = List.copyOf(tables);
        buckets = List.copyOf(buckets);
        queues = List.copyOf(queues);
        var names = queues.stream().map(QueueDescription::name).toList();
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
        return new Resources(List.of(), List.of(), List.of());
    }
}
