package dev.ferry.local.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.LocalAccount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// The event that a function receives for a batch of messages. *Shape*: `{"Records":[...]}` as Lambda sends it.
record SqsEvent(String queue, List<Message> messages) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    SqsEvent {
        messages = List.copyOf(messages);
    }

    byte[] payload() {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> records.add(row(message)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode row(Message message) {
        var row = JSON.createObjectNode()
                .put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body())
                .put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", LocalAccount.arn("sqs", queue))
                .put("awsRegion", LocalAccount.REGION);
        var attributes = row.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        var custom = row.putObject("messageAttributes");
        message.messageAttributes().forEach((name, value) -> custom.set(name, attribute(value)));
        return row;
    }

    private static ObjectNode attribute(MessageAttributeValue value) {
        var attribute = JSON.createObjectNode().put("dataType", value.dataType());
        if (value.binaryValue() == null) {
            attribute.put("stringValue", value.stringValue());
        } else {
            attribute.put("binaryValue", value.binaryValue().asByteArray());
        }
        attribute.putArray("stringListValues");
        attribute.putArray("binaryListValues");
        return attribute;
    }
}
