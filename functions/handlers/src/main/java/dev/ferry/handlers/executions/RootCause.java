package dev.ferry.handlers.executions;

import dev.ferry.core.failure.ErrorCode;

/// What stopped a run.
///
/// @param error a code of Ferry, or the name that Step Functions or Lambda has for the error
/// @param message what was attempted, on what, and what came back
/// @param place machine or phase, and the state in it
/// @param remedy what the reader can do
public record RootCause(String error, String message, String place, String remedy) {

    static RootCause of(ErrorCode code, String message, String place) {
        String remedy = code.retriable()
                ? "This was repeated and did not heal: look whether the service is up, then go on."
                : code.hint();
        return new RootCause(code.name(), sentence(message), place, remedy);
    }

    static RootCause unknown(String error, String message, String place) {
        return new RootCause(
                error, sentence(message), place, "Look at the execution in the console or the log, then go on.");
    }

    /// The one line that a person is told: what, where, what to do.
    public String line() {
        return "%s: %s, %s. %s".formatted(error, message, place, remedy).replaceAll("\\s*\\R\\s*", " ");
    }

    private static String sentence(String message) {
        String stripped = message.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
