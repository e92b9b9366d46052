package dev.ferry.handlers.executions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.Surfaced;
import java.util.Optional;

/// Finds what stopped an execution, through the executions that it called and the children of its distributed maps.
///
/// *Errors*: those of [StoppedExecutions].
public final class FindCause {
    /// Deeper than the machines call each other; a guard against a cause that names its own execution.
    private static final int DEPTH = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoppedExecutions executions;

    public FindCause(StoppedExecutions executions) {
        this.executions = executions;
    }

    /// What stopped the execution.
    public RootCause of(Execution stopped) {
        Execution innermost = stopped;
        for (int depth = 0; depth < DEPTH; depth++) {
            Optional<Execution> beneath = beneath(innermost);
            if (beneath.isEmpty()) {
                break;
            }
            innermost = beneath.get();
        }
        return cause(innermost);
    }

    // A called execution's failure comes as the JSON of its description; that of a map's child does not come at all.
    private Optional<Execution> beneath(Execution failed) {
        String called = json(failed.cause()).path("ExecutionArn").asText();
        if (!called.isEmpty()) {
            return Optional.of(executions.describe(called));
        }
        return failed.error().equals("States.ExceedToleratedFailureThreshold")
                ? executions.failedChild(failed.arn())
                : Optional.empty();
    }

    private RootCause cause(Execution failed) {
        String place = place(failed);
        String thrown = json(failed.cause()).path("errorMessage").asText();
        String message = thrown.isEmpty() ? failed.cause() : thrown;
        return Surfaced.parse(message)
                .map(surfaced -> RootCause.of(surfaced.code(), surfaced.message(), place))
                .or(() -> Surfaced.code(failed.error()).map(code -> RootCause.of(code, message, place)))
                .orElseGet(() -> RootCause.unknown(
                        failed.error().isEmpty() ? failed.state().name() : failed.error(),
                        message.isEmpty() ? "the execution stopped" : message,
                        place));
    }

    private String place(Execution failed) {
        JsonNode input = json(failed.input());
        // The child of a map that takes items in batches has what its batches share apart.
        String phase = input.path("phase").asText(input.at("/BatchInput/phase").asText());
        String where = phase.isEmpty() ? "in `" + machine(failed.arn()) + "`" : "in phase " + phase;
        return executions
                .failedAt(failed.arn())
                .map(state -> "at " + state + " " + where)
                .orElse(where);
    }

    // ...:execution:{machine}:{name}, or ...:execution:{machine}/{label}:{id} for the child of a map.
    private static String machine(String arn) {
        String[] parts = arn.split(":", -1);
        String machine = parts.length < 2 ? arn : parts[parts.length - 2];
        int label = machine.indexOf('/');
        return label < 0 ? machine : machine.substring(0, label);
    }

    private static JsonNode json(String text) {
        try {
            return text.startsWith("{") ? JSON.readTree(text) : JSON.missingNode();
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
