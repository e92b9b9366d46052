package dev.ferry.local.sqs;

import dev.ferry.local.endpoint.LocalAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Creates the queues of a deployment where they do not exist yet, and brings the attributes of existing ones up to
/// date; messages stay where they are.
public final class Queues {

    private final SqsClient client;

    public Queues(SqsClient client) {
        this.client = client;
    }

    /// Makes every queue exist with the attributes of its description. Answers queue names with their URLs.
    public Map<String, String> create(List<QueueDescription> queues) {
        var urls = queues.stream().collect(Collectors.toMap(QueueDescription::name, this::create));
        // Redrive policies come second: a dead-letter queue may stand later in the list than the queue that
        // names it.
        queues.forEach(queue -> client.setQueueAttributes(
                request -> request.queueUrl(urls.get(queue.name())).attributes(attributes(queue))));
        return urls;
    }

    private String create(QueueDescription queue) {
        return client.createQueue(request -> request.queueName(queue.name())).queueUrl();
    }

    private static Map<QueueAttributeName, String> attributes(QueueDescription queue) {
        var attributes = new HashMap<QueueAttributeName, String>();
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(queue.visibilityTimeout().toSeconds()));
        queue.deadLetter()
                .ifPresent(dead -> attributes.put(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                                .formatted(LocalAccount.arn("sqs", dead.queue()), dead.maxReceiveCount())));
        return attributes;
    }
}
