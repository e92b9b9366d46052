package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.QueueSender;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// `sqs:sendMessage`.
final class QueueCalls {

    private final Surroundings surroundings;

    QueueCalls(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    JsonNode send(JsonNode arguments) {
        var body = arguments.path("MessageBody");
        if (body.isMissingNode()
                || body.isNull()
                || (body.isTextual() && body.textValue().isEmpty())) {
            throw new StateFailure(
                    "SQS.AmazonSQSException",
                    "The request must contain the parameter MessageBody. (Service: AmazonSQS; Status Code: 400; Error Code: MissingParameter; Request ID: %s; Proxy: null)"
                            .formatted(surroundings.chance().uuid()));
        }
        var attributes = new HashMap<String, QueueSender.Attribute>();
        arguments
                .path("MessageAttributes")
                .properties()
                .forEach(entry -> attributes.put(
                        entry.getKey(),
                        new QueueSender.Attribute(
                                entry.getValue().path("DataType").asText("String"),
                                entry.getValue().path("StringValue").asText())));
        var message = new QueueSender.Message(
                TaskCalls.required(arguments, "QueueUrl"),
                body.isTextual() ? body.textValue() : Json.text(body),
                arguments.has("DelaySeconds") ? arguments.path("DelaySeconds").asInt() : null,
                text(arguments, "MessageGroupId"),
                text(arguments, "MessageDeduplicationId"),
                attributes);
        try {
            var sent = surroundings.services().queues().send(message);
            var answer = Json.object().put("MD5OfMessageBody", sent.bodyMd5()).put("MessageId", sent.messageId());
            answer.setAll(TaskCalls.metadata(surroundings.chance().uuid().toString()));
            return answer;
        } catch (QueueSender.Refused e) {
            throw new StateFailure("SQS." + e.code(), e.getMessage());
        }
    }

    private static @Nullable String text(JsonNode arguments, String field) {
        return arguments.path(field).textValue();
    }
}
