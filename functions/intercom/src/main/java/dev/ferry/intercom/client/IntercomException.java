package dev.ferry.intercom.client;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The one exception of this client: a call failed.
///
/// The message says what was attempted, the HTTP status, Intercom's code, field and request id, and a hint; it
/// never repeats Intercom's wording, which may quote a person.
public final class IntercomException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Failure failure;

    /// What is known of the failed call.
    ///
    /// @param attempted completes "Could not", without contents
    /// @param status of HTTP, or 0 when no answer came
    /// @param reason Intercom's own code, for example `parameter_invalid`; empty when there is none
    /// @param field that Intercom named; empty when there is none
    /// @param requestId by which Intercom finds the call in its logs; empty when there is none
    /// @param said a closed set of things that Intercom says in prose only
    public record Failure(String attempted, int status, String reason, String field, String requestId, Said said) {
        /// A failure of which nothing but the attempt is known.
        public static Failure of(String attempted) {
            return new Failure(attempted, 0, "", "", "", Said.NOTHING);
        }
    }

    /// A failure with what is known of it.
    public IntercomException(ErrorCode code, Failure failure) {
        this(code, failure, null);
    }

    /// A failure caused by another exception, whose message must be free of contents.
    public IntercomException(ErrorCode code, Failure failure, @Nullable Throwable cause) {
        super(message(code, failure), cause);
        this.code = code;
        this.failure = failure;
    }

    /// Why the call failed.
    public ErrorCode code() {
        return code;
    }

    /// What is known of it.
    public Failure failure() {
        return failure;
    }

    /// What Intercom said in prose.
    public Said said() {
        return failure.said;
    }

    /// Whether the call may have been carried out although no answer says so.
    public boolean leavesUnknown() {
        return switch (code) {
            case UNAVAILABLE, NO_ANSWER, MALFORMED_ANSWER, INTERRUPTED -> true;
            case REFUSED,
                    TOKEN_REFUSED,
                    NOT_ALLOWED,
                    NOT_FOUND,
                    CONFLICT,
                    TOO_MANY_REPLIES,
                    SCROLL_OPEN,
                    THROTTLED,
                    PARKED -> false;
        };
    }

    private static String message(ErrorCode code, Failure failure) {
        StringBuilder text = new StringBuilder("Could not %s: %s".formatted(failure.attempted, code));
        if (failure.status != 0) {
            text.append(" HTTP ").append(failure.status);
        }
        if (!failure.reason.isEmpty()) {
            text.append(' ').append(failure.reason);
        }
        if (!failure.field.isEmpty()) {
            text.append(" on ").append(failure.field);
        }
        if (!failure.requestId.isEmpty()) {
            text.append(" (request ").append(failure.requestId).append(')');
        }
        return text.append(". ").append(code.hint()).toString();
    }
}
