package dev.ferry.salesforce.client.internal;

import dev.ferry.http.Exchange;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceException.Failure;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Turns an answer that is no success, or no answer, into the exception that says what it means.
final class Refusals {
    private static final int MAX_ERROR_PAGE = 64 << 10;

    private final Clock clock;
    private final UsageMeter meter;

    Refusals(Clock clock, UsageMeter meter) {
        this.clock = clock;
        this.meter = meter;
    }

    SalesforceException of(ApiResponse response) {
        var errors = errors(response);
        var code = code(response.status(), errors);
        // A refusal in the 4xx range comes before anything is done; a 5xx to a write may come after it.
        var unknown = response.request().isWrite() && response.status() >= 500;
        var wait = retryAfter(response).orElse(null);
        return new SalesforceException(
                code, new Failure(response.request().attempted(), response.status(), errors, unknown, wait));
    }

    SalesforceException of(ApiRequest request, Exchange.Silence silence) {
        var unknown = request.isWrite() && silence.sent();
        return new SalesforceException(
                ErrorCode.NO_ANSWER, new Failure(request.attempted(), 0, List.of(), unknown, null), silence.cause());
    }

    SalesforceException interrupted(ApiRequest request, boolean sent) {
        var unknown = request.isWrite() && sent;
        return new SalesforceException(
                ErrorCode.INTERRUPTED, new Failure(request.attempted(), 0, List.of(), unknown, null));
    }

    /// The wait that the server asks for: seconds or a date.
    Optional<Duration> retryAfter(ApiResponse response) {
        return response.header("Retry-After").flatMap(value -> {
            try {
                return Optional.of(
                        value.matches("\\d{1,9}")
                                ? Duration.ofSeconds(Long.parseLong(value))
                                : until(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)));
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        });
    }

    private Duration until(ZonedDateTime moment) {
        var wait = Duration.between(clock.instant(), moment.toInstant());
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static List<RecordError> errors(ApiResponse response) {
        try {
            return ErrorBodies.parse(response.bytes(MAX_ERROR_PAGE));
        } catch (IOException cutOff) {
            return List.of();
        }
    }

    private ErrorCode code(int status, List<RecordError> errors) {
        for (var error : errors) {
            var byName = switch (error.code()) {
                case "REQUEST_LIMIT_EXCEEDED", "ExceededQuota" -> limit(error);
                case "INVALIDJOBSTATE", "InvalidJobState" -> ErrorCode.INVALID_JOB_STATE;
                default -> null;
            };
            if (byName != null) {
                return byName;
            }
        }
        return switch (status) {
            case 401 -> ErrorCode.SESSION_REJECTED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 420, 429 -> ErrorCode.UNAVAILABLE;
            default ->
                status >= 500 ? ErrorCode.UNAVAILABLE : status >= 400 ? ErrorCode.REFUSED : ErrorCode.MALFORMED_ANSWER;
        };
    }

    // One code for two limits: the wording tells them apart, and where it changes, the org's own count does.
    private ErrorCode limit(RecordError error) {
        if (error.message().contains("TotalRequests")) {
            return ErrorCode.DAILY_LIMIT;
        }
        if (error.message().contains("Concurrent")) {
            return ErrorCode.CONCURRENT_LIMIT;
        }
        var callsLeft = meter.latest().map(usage -> usage.remaining() > 0).orElse(false);
        return callsLeft ? ErrorCode.CONCURRENT_LIMIT : ErrorCode.DAILY_LIMIT;
    }
}
