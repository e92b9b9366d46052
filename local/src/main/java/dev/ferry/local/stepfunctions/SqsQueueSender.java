package dev.ferry.local.stepfunctions;

import java.util.HashMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// The queues of an SQS endpoint.
///
/// *Threading*: safe for concurrent use.
public final class SqsQueueSender implements QueueSender {

    private final SqsClient client;

    /// Queues by the given client, which the caller closes.
    public SqsQueueSender(SqsClient client) {
        this.client = client;
    }

    @Override
    public Sent send(Message message) throws Refused {
        var attributes = new HashMap<String, MessageAttributeValue>();
        message.attributes()
                .forEach((name, attribute) -> attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType(attribute.dataType())
                                .stringValue(attribute.stringValue())
                                .build()));
        try {
            var sent = client.sendMessage(request -> {
                request.queueUrl(message.queueUrl()).messageBody(message.body()).messageAttributes(attributes);
                if (message.delaySeconds() != null) {
                    request.delaySeconds(message.delaySeconds());
                }
                if (message.groupId() != null) {
                    request.messageGroupId(message.groupId());
                }
                if (message.deduplicationId() != null) {
                    request.messageDeduplicationId(message.deduplicationId());
                }
            });
            return new Sent(sent.messageId(), sent.md5OfMessageBody());
        } catch (SqsException e) {
            var details = e.awsErrorDetails();
            throw new Refused(
                    details == null ? "SqsException" : details.errorCode(),
                    details == null ? "SQS refused the message" : details.errorMessage());
        }
    }
}
