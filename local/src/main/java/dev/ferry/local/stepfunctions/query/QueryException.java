package dev.ferry.local.stepfunctions.query;

import org.jspecify.annotations.Nullable;

/// An expression or path that could not be evaluated.
///
/// The message is the tail of the cause as AWS words it; the interpreter puts the state's name in front.
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final @Nullable String field;
    private final String what;

    private QueryException(String error, @Nullable String field, String message) {
        super(message);
        this.error = error;
        this.field = field;
        this.what = message;
    }

    /// A JSONata failure: `States.QueryEvaluationError`, with the field it stood in where AWS names one.
    public static QueryException jsonata(@Nullable String field, String message) {
        return new QueryException("States.QueryEvaluationError", field, message);
    }

    /// A JSONPath failure: `States.Runtime`.
    public static QueryException runtime(String message) {
        return new QueryException("States.Runtime", null, message);
    }

    /// A failed intrinsic function: `States.IntrinsicFailure`.
    public static QueryException intrinsic(String message) {
        return new QueryException("States.IntrinsicFailure", null, message);
    }

    /// What went wrong: the message, never null.
    public String what() {
        return what;
    }

    /// The error name.
    public String error() {
        return error;
    }

    /// The field of the state in which the expression stood, or null.
    public @Nullable String field() {
        return field;
    }
}
