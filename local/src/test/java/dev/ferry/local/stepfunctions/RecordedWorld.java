package dev.ferry.local.stepfunctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.lambda.LambdaInvoker;
import dev.ferry.local.stepfunctions.api.ServiceException;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.timing.VirtualTimekeeper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/// The account of one recorded case: the service on virtual time, and stand-ins for what its tasks call.
final class RecordedWorld implements AutoCloseable {

    static final String ROLE = "arn:aws:iam::111111111111:role/test-sfn-role-00000001";

    private final VirtualTimekeeper time = new VirtualTimekeeper(Instant.parse("2026-01-01T00:00:00Z"));
    private final InMemoryObjects objects = new InMemoryObjects();
    private final JsonNode resources;
    private final StepFunctionsService service;

    RecordedWorld(JsonNode resources) {
        this.resources = resources;
        resources
                .path("s3")
                .properties()
                .forEach(bucket -> bucket.getValue()
                        .path("objects")
                        .forEach(object -> objects.put(
                                bucket.getKey(),
                                object.path("key").asText(),
                                object.path("body").asText().getBytes(StandardCharsets.UTF_8))));
        this.service = StepFunctionsService.open(
                new StepFunctionsSettings(0, Path.of("unused"), "111111111111", "us-east-1"),
                new StepFunctionsService.Basis(new InMemoryJournals(), time, new SeededChance(1)),
                this::invoke,
                objects,
                this::send);
        time.enter();
    }

    JsonNode call(String operation, JsonNode request) {
        return service.api().call(operation, request);
    }

    String create(String name, String type, String definition) {
        return call(
                        "CreateStateMachine",
                        Json.object()
                                .put("name", name)
                                .put("type", type)
                                .put("definition", definition)
                                .put("roleArn", ROLE))
                .path("stateMachineArn")
                .asText();
    }

    /// Lets time run until the condition holds; false when it never does.
    boolean await(java.util.function.BooleanSupplier condition) {
        double step = 1;
        for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
            time.await(time.latch(), time.now().plusMillis((long) step));
            step *= 1.08;
        }
        return condition.getAsBoolean();
    }

    void pass(long milliseconds) {
        time.await(time.latch(), time.now().plusMillis(milliseconds));
    }

    private LambdaInvoker.Invocation invoke(String function, byte[] payload) {
        var name = function.replaceFirst("^arn:aws:lambda:[^:]+:\\d+:function:", "")
                .replaceFirst(":.*$", "");
        var stand = resources.path("lambda").path(name);
        return switch (stand.path("behaviour").asText()) {
            case "echo" -> new LambdaInvoker.Invocation.Returned(payload);
            case "constant" -> returned(stand.path("returns"));
            case "large" ->
                returned(Json.MAPPER
                        .getNodeFactory()
                        .textNode("a".repeat(stand.path("bytes").asInt())));
            case "text" ->
                returned(Json.MAPPER
                        .getNodeFactory()
                        .textNode(stand.path("prefix").asText() + new String(payload, StandardCharsets.UTF_8)));
            case "delay" -> {
                pass(stand.path("seconds").asLong() * 1000);
                yield new LambdaInvoker.Invocation.Returned(payload);
            }
            case "raise" -> raised(stand);
            default ->
                new LambdaInvoker.Invocation.Refused(
                        "ResourceNotFoundException",
                        "Function not found: arn:aws:lambda:us-east-1:111111111111:function:%s:$LATEST".formatted(name),
                        404);
        };
    }

    private static LambdaInvoker.Invocation returned(JsonNode value) {
        return new LambdaInvoker.Invocation.Returned(Json.text(value).getBytes(StandardCharsets.UTF_8));
    }

    private static LambdaInvoker.Invocation raised(JsonNode stand) {
        var type = stand.path("errorType").asText();
        var message = stand.path("errorMessage").asText();
        // As Python's Lambda runtime writes it, blanks included.
        var payload = "{\"errorMessage\": %s, \"errorType\": %s, \"requestId\": \"%s\", \"stackTrace\": []}"
                .formatted(quoted(message), quoted(type), "00000000-0000-0000-0000-000000000000");
        return new LambdaInvoker.Invocation.Raised(type, message, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return Json.text(Json.MAPPER.getNodeFactory().textNode(text));
    }

    private QueueSender.Sent send(QueueSender.Message message) throws QueueSender.Refused {
        for (var queue : resources.path("sqs")) {
            if (queue.path("url").asText().equals(message.queueUrl())) {
                time.start(() -> consume(queue.path("consumer"), message.body()));
                return new QueueSender.Sent("00000000-0000-0000-0000-000000000001", "md5");
            }
        }
        throw new QueueSender.Refused(
                "SdkClientException",
                "Unable to execute HTTP request: %s: Name or service not known".formatted(message.queueUrl()));
    }

    private void consume(JsonNode consumer, String text) {
        JsonNode body;
        try {
            body = Json.parse(text);
        } catch (JsonProcessingException e) {
            return;
        }
        for (var action : consumer.path("onMessage")) {
            for (int i = 0; i < Math.max(1, action.path("times").asInt()); i++) {
                pass(1 + action.path("waitSeconds").asLong() * 1000);
                act(action, body, text);
            }
        }
    }

    private void act(JsonNode action, JsonNode body, String text) {
        ObjectNode request =
                Json.object().put("taskToken", body.path("TaskToken").asText());
        switch (action.path("operation").asText()) {
            case "SendTaskSuccess" ->
                request.put("output", output(action.path("output").asText(), body, text));
            case "SendTaskFailure" -> {
                if (action.has("error")) {
                    request.set("error", action.get("error"));
                }
                if (action.has("cause")) {
                    request.set("cause", action.get("cause"));
                }
            }
            default -> {}
        }
        try {
            call(action.path("operation").asText(), request);
        } catch (ServiceException e) {
            // Whoever answers too late is told so, and nobody waits for it.
            request.put("refused", e.code());
        }
    }

    private static String output(String how, JsonNode body, String text) {
        if (how.startsWith("JSON text of body.")) {
            return Json.text(body.path(how.substring("JSON text of body.".length())));
        }
        return how.startsWith("the message body") ? text : how;
    }

    @Override
    public void close() {
        time.leave();
        service.close();
    }
}
