package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A state that failed: what retriers and catchers match, and what ends the execution when none does.
public final class StateFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// The largest input, output or result, in UTF-8 bytes of its JSON text.
    static final int PAYLOAD_LIMIT = 262_144;

    private final @Nullable String error;
    private final @Nullable String cause;
    private final boolean heartbeat;

    /// A failure with an error name and a cause, either of which may be absent.
    StateFailure(@Nullable String error, @Nullable String cause) {
        this(error, cause, false);
    }

    private StateFailure(@Nullable String error, @Nullable String cause, boolean heartbeat) {
        super(error, null, false, false);
        this.error = error;
        this.cause = cause;
        this.heartbeat = heartbeat;
    }

    static StateFailure runtime(String cause) {
        return new StateFailure("States.Runtime", cause);
    }

    /// A heartbeat that did not come: shown as `States.Timeout`, matched by either name.
    static StateFailure noHeartbeat() {
        return new StateFailure("States.Timeout", null, true);
    }

    static StateFailure tooLarge(String state, String what) {
        return new StateFailure(
                "States.DataLimitExceeded",
                "The state/task '%s' returned a %s with a size exceeding the maximum number of bytes service limit."
                        .formatted(state, what));
    }

    @Nullable
    String error() {
        return error;
    }

    @Nullable
    String cause() {
        return cause;
    }

    /// Whether one of the names of a retrier or catcher matches.
    ///
    /// `States.ALL` does not match `States.Runtime`.
    /// `States.TaskFailed` matches everything but `States.Timeout`.
    /// That `States.DataLimitExceeded` of a task can be caught is recorded. *Source*: developer guide, "Handling
    /// errors".
    boolean matches(List<String> names) {
        if (names.contains(Objects.requireNonNullElse(error, ""))) {
            return true;
        }
        if ("States.Runtime".equals(error)) {
            return false;
        }
        boolean timeout = "States.Timeout".equals(error);
        return names.contains("States.ALL")
                || (heartbeat && names.contains("States.HeartbeatTimeout"))
                || (names.contains("States.TaskFailed") && !timeout);
    }

    /// The error output that catchers pass on.
    ObjectNode output() {
        boolean timeout = "States.Timeout".equals(error) && cause == null;
        return Json.object().put("Error", error).put("Cause", timeout ? "" : cause);
    }
}
