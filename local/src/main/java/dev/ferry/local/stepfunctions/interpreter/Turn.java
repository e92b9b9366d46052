package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.Visible;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One visit of a frame to a state.
///
/// @param enteredEvent the id of the event that entered the state, as causes show it
/// @param input the state's input as it came
record Turn(Frame frame, State state, long enteredEvent, Instant entered, JsonNode input) {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    String name() {
        return state.head().name();
    }

    /// What expressions of the state can see.
    Visible visible() {
        return Visible.of(input, context(null), frame.variables());
    }

    /// The same with a task token in the context object.
    Visible visible(String token) {
        return Visible.of(input, context(token), frame.variables());
    }

    /// The same with an item of a Map state in the context object.
    Visible visible(ObjectNode mapItem) {
        var context = context(null);
        context.set("Map", mapItem);
        return Visible.of(input, context, frame.variables());
    }

    private ObjectNode context(@Nullable String token) {
        var execution = frame.execution();
        var origin = execution.origin();
        var program = execution.program();
        var context = Json.object();
        var about = Json.object().put("Id", origin.arn());
        about.set("Input", Json.parseOwn(origin.input()));
        about.put("StartTime", timestamp(origin.started()))
                .put("Name", origin.name())
                .put("RoleArn", program.roleArn())
                .put("RedriveCount", execution.log().redrives());
        var redriven = execution.log().redriven();
        if (redriven != null) {
            about.put("RedriveTime", timestamp(redriven));
        }
        context.set("Execution", about);
        context.set(
                "StateMachine", Json.object().put("Id", program.machineArn()).put("Name", program.machineName()));
        var aboutState = Json.object().put("Name", name()).put("EnteredTime", timestamp(entered));
        if (state instanceof State.Task) {
            aboutState.put("RetryCount", retryCount());
        }
        context.set("State", aboutState);
        var item = frame.mapItem();
        if (item != null) {
            context.set("Map", item);
        }
        if (token != null) {
            context.set("Task", Json.object().put("Token", token));
        }
        return context;
    }

    private int retryCount() {
        return frame.read(FrameLog::allRetries);
    }

    static String timestamp(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /// Writes down a record of the current attempt.
    void note(ObjectNode record) {
        frame.execution().log().append(record.put("f", frame.path()));
    }

    /// Writes down a history event with its one detail field.
    long event(String kind, String type, String field, ObjectNode details) {
        return event(Json.object().put("k", kind), type, field, details);
    }

    /// Writes down a record with a history event.
    long event(ObjectNode record, String type, String field, ObjectNode details) {
        var wrapped = Json.object();
        if (!field.isEmpty()) {
            wrapped.set(field, details);
        }
        return frame.execution().log().event(frame.path(), type, wrapped, record);
    }

    /// Writes down a history event without details.
    long event(String kind, String type) {
        return event(kind, type, "", Json.object());
    }

    /// The last record of that kind in the current attempt.
    Optional<ObjectNode> find(String kind) {
        return frame.read(log -> log.find(kind));
    }

    /// Leaves the state.
    ///
    /// @param next the next state, or null at the end of the graph
    void exit(@Nullable String next, JsonNode output, Map<String, JsonNode> assigned) {
        var text = Json.text(output);
        if (text.length() > StateFailure.PAYLOAD_LIMIT / 4 && Json.size(output) > StateFailure.PAYLOAD_LIMIT) {
            throw StateFailure.tooLarge(name(), "result");
        }
        var details = Json.object().put("name", name()).put("output", text);
        details.set("outputDetails", Json.object().put("truncated", false));
        if (!assigned.isEmpty()) {
            var shown = Json.object();
            assigned.forEach((variable, value) -> shown.put(variable, Json.text(value)));
            details.set("assignedVariables", shown);
            details.set("assignedVariablesDetails", Json.object().put("truncated", false));
        }
        var record = Json.object().put("k", "exit").put("n", next);
        record.set("v", Json.object().setAll(assigned));
        var wrapped = Json.object();
        wrapped.set("stateExitedEventDetails", details);
        frame.execution().log().event(frame.path(), type() + "StateExited", wrapped, record);
    }

    /// The name of the state's type.
    String type() {
        return type(state);
    }

    static String type(State state) {
        return switch (state) {
            case State.Task ignored -> "Task";
            case State.Pass ignored -> "Pass";
            case State.Choice ignored -> "Choice";
            case State.Wait ignored -> "Wait";
            case State.Parallel ignored -> "Parallel";
            case State.MapState ignored -> "Map";
            case State.Succeed ignored -> "Succeed";
            case State.Fail ignored -> "Fail";
        };
    }

    /// A cause with the state's name in front, as AWS words it.
    String cause(String what) {
        return "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                .formatted(name(), enteredEvent, what);
    }
}
