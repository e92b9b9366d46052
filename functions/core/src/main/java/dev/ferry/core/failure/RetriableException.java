package dev.ferry.core.failure;

import java.io.Serial;
import java.util.Objects;

/// A failure that the same call may not have later: what the `Retry` of state machines matches.
///
/// Lambda names an error by the class that was thrown, so what may heal has a class of its own.
public final class RetriableException extends FerryException {
    @Serial
    private static final long serialVersionUID = 1L;

    private RetriableException(FerryException failure) {
        super(
                failure.code(),
                Objects.requireNonNullElse(failure.getMessage(), failure.code().name()),
                failure);
    }

    /// The failure as it is to leave a function.
    public static FerryException surfacing(FerryException failure) {
        return failure.code().retriable() ? new RetriableException(failure) : failure;
    }
}
