package dev.ferry.salesforce.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.target.Outcome;
import dev.ferry.salesforce.client.FailureClass;
import dev.ferry.salesforce.client.KnownFailure;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceException;
import java.util.List;
import java.util.function.Supplier;

/// What Salesforce refuses, in the core's terms. Salesforce's own wording is left out: it may quote a record.
final class Refusals {
    private Refusals() {}

    /// Does a call, and turns a failure of the client into one of the core.
    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (SalesforceException e) {
            throw translate(e);
        }
    }

    static FerryException translate(SalesforceException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.code()) {
            case LOGIN_REFUSED, SESSION_REJECTED -> new FerryException(ErrorCode.TARGET_ACCESS, message, e);
            case DAILY_LIMIT, BUDGET_HELD -> new FerryException(ErrorCode.QUOTA_SPENT, message, e);
            case CONCURRENT_LIMIT, UNAVAILABLE, NO_ANSWER, INTERRUPTED ->
                new FerryException(ErrorCode.TARGET_UNAVAILABLE, message, e);
            case REFUSED, NOT_FOUND, INVALID_JOB_STATE, MALFORMED_ANSWER ->
                new FerryException(ErrorCode.TARGET_SCHEMA, message, e);
        };
    }

    /// The outcome of a record that was refused. A fault in the org's set-up is retriable: the record needs no
    /// change.
    static Outcome.Failed failed(List<RecordError> errors) {
        RecordError error = errors.isEmpty() ? RecordError.parse("") : errors.getFirst();
        return new Outcome.Failed(
                error.code(),
                String.join(", ", error.fields()),
                meaning(error.failureClass()),
                error.hint(),
                error.failureClass() == FailureClass.RETRY || error.failureClass() == FailureClass.CONFIGURATION);
    }

    /// Whether a code speaks of the org's set-up rather than of the record.
    static boolean isSetUpFault(String code) {
        return KnownFailure.of(code)
                .map(known -> known.failureClass() == FailureClass.CONFIGURATION)
                .orElse(false);
    }

    private static String meaning(FailureClass failureClass) {
        return switch (failureClass) {
            case RETRY -> "Salesforce could not take it at that moment";
            case FIX -> "a value does not fit the field";
            case CONFIGURATION -> "the org is set up in a way that refuses it";
            case REVIEW -> "Salesforce refused it and a person has to look";
            case SETTLE -> "a record that stands in its way is already there";
        };
    }
}
