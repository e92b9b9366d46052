package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.lambda.LambdaInvoker;
import dev.ferry.local.stepfunctions.asl.TaskTarget;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The calls that tasks make, with the answers and error names that the service gives them.
///
/// *Errors*: [StateFailure]. *Threading*: safe for concurrent use; a call blocks until it is answered.
final class TaskCalls {

    private final Surroundings surroundings;
    private final QueueCalls queues;
    private final SdkCalls sdk;

    TaskCalls(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.queues = new QueueCalls(surroundings);
        this.sdk = new SdkCalls(surroundings);
    }

    /// A function called by its ARN: the result is what it returned.
    JsonNode function(String arn, JsonNode event) {
        return returned(arn, event, false);
    }

    /// A request of an integration.
    ///
    /// @param name the name that an execution is started under when the arguments give none
    JsonNode request(Turn turn, TaskTarget.Service service, JsonNode arguments, String name) {
        return switch (service) {
            case LAMBDA_INVOKE -> invoke(arguments);
            case SQS_SEND_MESSAGE -> queues.send(arguments);
            case STATES_START_EXECUTION -> {
                var request = nestedRequest(arguments, name);
                yield startAnswer(
                        surroundings.executions().start(request.machineArn(), request.name(), request.input()));
            }
            case SDK_START_EXECUTION -> {
                var request = nestedRequest(arguments, name);
                var started = surroundings.executions().start(request.machineArn(), request.name(), request.input());
                yield Json.object()
                        .put("ExecutionArn", started.origin().arn())
                        .put("StartDate", Turn.timestamp(started.origin().started()));
            }
            case SDK_DESCRIBE_EXECUTION -> sdk.describe(arguments);
            case SDK_SEND_TASK_SUCCESS, SDK_SEND_TASK_FAILURE, SDK_SEND_TASK_HEARTBEAT -> sdk.token(service, arguments);
            case SDK_GET_OBJECT -> sdk.getObject(arguments);
            case SDK_PUT_OBJECT -> sdk.putObject(arguments);
        };
    }

    private JsonNode invoke(JsonNode arguments) {
        var payload = payload(arguments.path("Payload"));
        var function = required(arguments, "FunctionName");
        var qualifier = arguments.path("Qualifier").asText();
        var answer = Json.object().put("ExecutedVersion", qualifier.isEmpty() ? "$LATEST" : qualifier);
        answer.set("Payload", returned(qualifier.isEmpty() ? function : function + ":" + qualifier, payload, true));
        var metadata = metadata();
        answer.setAll(metadata);
        return answer.put("StatusCode", 200);
    }

    /// A text is sent as it is, and nothing as an empty object.
    private static JsonNode payload(JsonNode written) {
        if (written.isMissingNode() || written.isNull()) {
            return Json.object();
        }
        if (!written.isTextual()) {
            return written;
        }
        try {
            return Json.parse(written.textValue());
        } catch (JsonProcessingException e) {
            throw new StateFailure(
                    "Lambda.InvalidRequestContentException",
                    "Could not parse request body into json: %s".formatted(e.getOriginalMessage()));
        }
    }

    /// @param compact whether the error object is written anew; a function called by its ARN shows it as it came
    private JsonNode returned(String function, JsonNode event, boolean compact) {
        var body = Json.text(event).getBytes(StandardCharsets.UTF_8);
        return switch (surroundings.services().lambda().invoke(function, body)) {
            case LambdaInvoker.Invocation.Returned returned -> json(returned.payload());
            case LambdaInvoker.Invocation.Raised raised ->
                throw new StateFailure(
                        raised.errorType(),
                        compact
                                ? Json.text(json(raised.payload()))
                                : new String(raised.payload(), StandardCharsets.UTF_8));
            case LambdaInvoker.Invocation.Refused refused ->
                throw new StateFailure(
                        "Lambda." + refused.code(),
                        "%s (Service: AWSLambda; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                                .formatted(
                                        refused.message(),
                                        refused.httpStatus(),
                                        refused.code(),
                                        surroundings.chance().uuid()));
        };
    }

    private static JsonNode json(byte[] payload) {
        var text = new String(payload, StandardCharsets.UTF_8);
        try {
            return text.isBlank() ? Json.MAPPER.nullNode() : Json.parse(text);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.getNodeFactory().textNode(text);
        }
    }

    /// The HTTP metadata that the service puts into the answers of its optimised integrations.
    ObjectNode metadata() {
        return metadata(surroundings.chance().uuid().toString());
    }

    static ObjectNode metadata(String requestId) {
        var metadata = Json.object();
        metadata.set("SdkHttpMetadata", Json.object().put("HttpStatusCode", 200));
        metadata.set("SdkResponseMetadata", Json.object().put("RequestId", requestId));
        return metadata;
    }

    static String required(JsonNode arguments, String field) {
        var value = arguments.get(field);
        if (value == null || !value.isTextual()) {
            throw QueryException.runtime(
                    "The Parameters '%s' could not be used to start the Task: [The field '%s' is required but was missing]"
                            .formatted(Json.text(arguments), field));
        }
        return value.textValue();
    }

    /// An execution to be started.
    record NestedRequest(String machineArn, String name, String input) {

        String executionArn() {
            return machineArn.replaceFirst(":stateMachine:", ":execution:").replaceFirst("(:execution:[^:]+).*", "$1")
                    + ":"
                    + name;
        }
    }

    NestedRequest nestedRequest(JsonNode arguments, String name) {
        var input = arguments.path("Input");
        var text = input.isTextual() ? input.textValue() : Json.text(input);
        return new NestedRequest(
                required(arguments, "StateMachineArn"),
                arguments.path("Name").asText(name),
                input.isMissingNode() || input.isNull() ? "{}" : text);
    }

    static ObjectNode startAnswer(Execution started) {
        var answer = Json.object()
                .put("ExecutionArn", started.origin().arn())
                .put("StartDate", started.origin().started().toEpochMilli());
        answer.setAll(metadata(started.origin().arn()));
        return answer;
    }

    /// What a nested execution that has ended gives its parent.
    static JsonNode nestedResult(Execution child, boolean parsed) {
        var log = child.log();
        var result = describe(child, parsed);
        if (log.status() == ExecutionStatus.SUCCEEDED) {
            return result.put("RedriveCount", log.redrives())
                    .put("RedriveStatus", "NOT_REDRIVABLE")
                    .put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        }
        throw new StateFailure("States.TaskFailed", Json.text(describe(child, false)));
    }

    static ObjectNode describe(Execution child, boolean parsed) {
        var log = child.log();
        var result = Json.object();
        put(result, "Cause", log.cause());
        put(result, "Error", log.error());
        result.put("ExecutionArn", child.origin().arn());
        value(result, "Input", child.origin().input(), parsed);
        result.set("InputDetails", Json.object().put("Included", true));
        result.put("Name", child.origin().name());
        var output = log.output();
        if (output != null) {
            value(result, "Output", output, parsed);
            result.set("OutputDetails", Json.object().put("Included", true));
        }
        var stopped = log.stopped();
        result.put("StartDate", child.origin().started().toEpochMilli());
        result.put("StateMachineArn", child.program().machineArn());
        result.put("Status", log.status().name().toUpperCase(Locale.ROOT));
        if (stopped != null) {
            result.put("StopDate", stopped.toEpochMilli());
        }
        return result;
    }

    private static void put(ObjectNode node, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static void value(ObjectNode node, String field, String text, boolean parsed) {
        if (parsed) {
            node.set(field, Json.parseOwn(text));
        } else {
            node.put(field, text);
        }
    }
}
