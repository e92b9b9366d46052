package dev.ferry.local.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.lambda.LambdaInvoker.Invocation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/// The error objects that Lambda's Java runtime returns for a function that did not return.
final class FunctionError {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double MILLIS_PER_SECOND = 1000.0;

    private FunctionError() {}

    /// What a handler's or a constructor's exception comes back as. The error type is the exception's class name,
    /// which is what state machines match.
    static Invocation.Raised of(Throwable thrown) {
        var type = thrown.getClass().getName();
        var message = Objects.requireNonNullElse(thrown.getLocalizedMessage(), type);
        var error = error(type, message);
        var trace = error.putArray("stackTrace");
        Arrays.stream(thrown.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith(FunctionError.class.getPackageName() + ".Handler"))
                .forEach(frame -> trace.add(frame.toString()));
        return raised(type, message, error);
    }

    /// What a function comes back as that ran longer than it may.
    static Invocation.Raised timeout(String requestId, Duration limit) {
        var type = "Sandbox.Timedout";
        var message = String.format(
                Locale.ROOT,
                "RequestId: %s Error: Task timed out after %.2f seconds",
                requestId,
                limit.toMillis() / MILLIS_PER_SECOND);
        return raised(type, message, error(type, message));
    }

    /// What a function comes back as that answered more than Lambda carries.
    static Invocation.Raised responseTooLarge(int bytes, int limit) {
        var type = "Function.ResponseSizeTooLarge";
        var message = "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
                .formatted(bytes, limit);
        return raised(type, message, error(type, message));
    }

    private static ObjectNode error(String type, String message) {
        return JSON.createObjectNode().put("errorMessage", message).put("errorType", type);
    }

    private static Invocation.Raised raised(String type, String message, ObjectNode error) {
        return new Invocation.Raised(type, message, error.toString().getBytes(StandardCharsets.UTF_8));
    }
}
