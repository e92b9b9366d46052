package dev.ferry.core.failure;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The one exception of Ferry. Its message says what was attempted, on what (ids, never contents) and what came
/// back.
public class FerryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public FerryException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public FerryException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// What kind of failure it is.
    public ErrorCode code() {
        return code;
    }
}
