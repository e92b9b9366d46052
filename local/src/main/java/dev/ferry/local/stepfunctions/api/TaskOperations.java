package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.interpreter.Engine;
import dev.ferry.local.stepfunctions.query.Json;

/// Answers and heartbeats for tasks that wait with a token.
final class TaskOperations {

    private final Engine engine;

    TaskOperations(Engine engine) {
        this.engine = engine;
    }

    JsonNode succeed(Request request) {
        var output = request.required("output");
        try {
            Json.parse(output);
        } catch (JsonProcessingException e) {
            throw new ServiceException("InvalidOutput", "Invalid Output: '%s'".formatted(e.getOriginalMessage()));
        }
        return answered(engine.succeed(request.required("taskToken"), output));
    }

    JsonNode fail(Request request) {
        return answered(engine.fail(request.required("taskToken"), request.orNull("error"), request.orNull("cause")));
    }

    JsonNode beat(Request request) {
        return answered(engine.beat(request.required("taskToken")));
    }

    private static JsonNode answered(Engine.Receipt receipt) {
        return switch (receipt) {
            case TAKEN -> Json.object();
            case INVALID -> throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'");
            case TIMED_OUT ->
                throw new ServiceException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
        };
    }
}
