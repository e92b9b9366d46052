package dev.ferry.core.failure;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A failure that heals by itself: the state machines retry it by this class's name.
public final class RetriableFerryException extends FerryException {
    @Serial
    private static final long serialVersionUID = 1L;

    public RetriableFerryException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
        if (!code.retriable()) {
            throw new IllegalArgumentException(code + " does not heal by itself");
        }
    }
}
