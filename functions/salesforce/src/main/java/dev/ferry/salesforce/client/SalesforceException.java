package dev.ferry.salesforce.client;

import dev.ferry.salesforce.client.auth.LoginRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one exception of this client: a call failed as a whole.
///
/// The message says what was attempted, the HTTP status, Salesforce's error codes and a hint; it never repeats
/// Salesforce's wording, which may quote a record ([#errors()] has it, for code that knows what it does).
public final class SalesforceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Failure failure;

    /// What is known of the failed call.
    ///
    /// `attempted` names the call without values of records, `status` is the HTTP status or 0 when no answer
    /// came, `outcomeUnknown` is true when a write may have happened all the same, `retryAfter` is what the
    /// server asked to wait.
    public record Failure(
            String attempted,
            int status,
            List<RecordError> errors,
            boolean outcomeUnknown,
            @Nullable Duration retryAfter) {
        /// Copies the errors.
        public Failure {
            errors = List.copyOf(errors);
        }

        /// A failure of which nothing but the attempt is known, and which certainly changed nothing.
        public static Failure of(String attempted) {
            return new Failure(attempted, 0, List.of(), false, null);
        }
    }

    /// A failure with what is known of it.
    public SalesforceException(ErrorCode code, Failure failure) {
        super(message(code, failure, hintOf(code, failure)));
        this.code = code;
        this.failure = failure;
    }

    /// A failure caused by another exception, whose message must be free of contents.
    public SalesforceException(ErrorCode code, Failure failure, Throwable cause) {
        this(code, failure);
        initCause(cause);
    }

    /// Why the call failed.
    public ErrorCode code() {
        return code;
    }

    /// Whether the same call can succeed later unchanged. Where [#outcomeUnknown()] is true, look in the org
    /// before trying again.
    public boolean retriable() {
        return switch (code) {
            case REFUSED -> failure.errors.stream().anyMatch(error -> error.failureClass() == FailureClass.RETRY);
            case LOGIN_REFUSED, SESSION_REJECTED, DAILY_LIMIT, CONCURRENT_LIMIT, BUDGET_HELD, NOT_FOUND ->
                code.retriable();
            case INVALID_JOB_STATE, UNAVAILABLE, NO_ANSWER, MALFORMED_ANSWER, INTERRUPTED -> code.retriable();
        };
    }

    /// Whether the write may have been done although no success was reported. Always false for reads.
    public boolean outcomeUnknown() {
        return failure.outcomeUnknown;
    }

    /// What Salesforce reported, at the level of the request; empty for pages of gateways and for silence.
    public List<RecordError> errors() {
        return failure.errors;
    }

    /// The HTTP status, or 0 when no answer came.
    public int status() {
        return failure.status;
    }

    /// How long the server asked to wait, if it did.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(failure.retryAfter);
    }

    /// Which of the known reasons the token endpoint gave; empty for other failures.
    public Optional<LoginRefusal> loginRefusal() {
        return code == ErrorCode.LOGIN_REFUSED
                ? failure.errors.stream().findFirst().map(error -> LoginRefusal.of(error.code(), error.message()))
                : Optional.empty();
    }

    /// What the reader can do.
    public String hint() {
        return hintOf(code, failure);
    }

    private static String hintOf(ErrorCode code, Failure failure) {
        var first = failure.errors.stream().findFirst();
        return switch (code) {
            case LOGIN_REFUSED ->
                first.map(error ->
                                LoginRefusal.of(error.code(), error.message()).hint())
                        .orElse(code.hint());
            case REFUSED ->
                first.flatMap(RecordError::known).map(KnownFailure::hint).orElse(code.hint());
            case SESSION_REJECTED, DAILY_LIMIT, CONCURRENT_LIMIT, BUDGET_HELD, NOT_FOUND, INVALID_JOB_STATE ->
                code.hint();
            case UNAVAILABLE, NO_ANSWER, MALFORMED_ANSWER, INTERRUPTED -> code.hint();
        };
    }

    private static String message(ErrorCode code, Failure failure, String hint) {
        var status = failure.status == 0 ? "" : " HTTP " + failure.status;
        var errors = failure.errors.stream().map(RecordError::toString).collect(Collectors.joining(", "));
        var unknown = failure.outcomeUnknown ? " (the write may have happened)" : "";
        return "Could not " + failure.attempted + ": " + code + status + (errors.isEmpty() ? "" : " " + errors)
                + unknown + ". " + hint;
    }
}
