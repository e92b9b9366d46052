package dev.ferry.core.failure;

import java.io.Serial;

/// A failure that the same call may not have later: what the `Retry` of state machines matches.
///
/// Lambda names an error by the class that was thrown, so what may heal has a class of its own.
public final class RetriableException extends FerryException {
    @Serial
    private static final long serialVersionUID = 1L;

    private RetriableException(FerryException failure) {
        super(failure.code(), Surfaced.message(failure), failure);
    }

    /// The failure as it is to leave a function. Its message begins with its code, since nothing but the class and
    /// the message of an exception leaves a function; see [Surfaced].
    public static FerryException surfacing(FerryException failure) {
        return failure.code().retriable()
                ? new RetriableException(failure)
                : new FerryException(failure.code(), Surfaced.message(failure), failure);
    }
}
