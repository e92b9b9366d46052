package dev.ferry.asapp.client;

import java.io.Serial;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one exception of this client: a call failed.
///
/// The message says what was attempted, the HTTP status, ASAPP's error code and request id, and a hint; it never
/// repeats ASAPP's wording, which may quote a conversation.
public final class AsappException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Failure failure;

    /// What is known of the failed call.
    ///
    /// @param attempted completes "Could not", without contents
    /// @param status of HTTP, or 0 when no answer came
    /// @param asappCode for example `429-01`; empty when ASAPP gave none
    /// @param requestId by which ASAPP finds the call in its logs; empty when ASAPP gave none
    /// @param until when the next day opens, when this one is spent
    public record Failure(
            String attempted,
            int status,
            String asappCode,
            String requestId,
            @Nullable Instant until) {
        /// A failure of which nothing but the attempt is known.
        public static Failure of(String attempted) {
            return new Failure(attempted, 0, "", "", null);
        }
    }

    /// A failure with what is known of it.
    public AsappException(ErrorCode code, Failure failure) {
        this(code, failure, null);
    }

    /// A failure caused by another exception, whose message must be free of contents.
    public AsappException(ErrorCode code, Failure failure, @Nullable Throwable cause) {
        super(message(code, failure), cause);
        this.code = code;
        this.failure = failure;
    }

    /// Why the call failed.
    public ErrorCode code() {
        return code;
    }

    /// The HTTP status, or 0 when no answer came.
    public int status() {
        return failure.status;
    }

    /// ASAPP's own code, or empty.
    public String asappCode() {
        return failure.asappCode;
    }

    /// By which ASAPP finds the call in its logs, or empty.
    public String requestId() {
        return failure.requestId;
    }

    /// When the next day opens; present for `DAY_SPENT`.
    public Optional<Instant> until() {
        return Optional.ofNullable(failure.until);
    }

    private static String message(ErrorCode code, Failure failure) {
        StringBuilder text = new StringBuilder("Could not %s: %s".formatted(failure.attempted, code));
        if (failure.status != 0) {
            text.append(" HTTP ").append(failure.status);
        }
        if (!failure.asappCode.isEmpty()) {
            text.append(' ').append(failure.asappCode);
        }
        if (!failure.requestId.isEmpty()) {
            text.append(" (request ").append(failure.requestId).append(')');
        }
        if (failure.until != null) {
            text.append(" until ").append(failure.until);
        }
        return text.append(". ").append(code.hint()).toString();
    }
}
