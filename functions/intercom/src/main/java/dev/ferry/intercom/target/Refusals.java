package dev.ferry.intercom.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.target.Outcome;
import dev.ferry.intercom.client.IntercomException;
import dev.ferry.intercom.client.Said;
import java.util.Locale;
import java.util.function.Supplier;

/// What Intercom refuses, in the core's terms.
final class Refusals {
    private static final String ATTRIBUTE_MISSING = "attribute_missing";

    private Refusals() {}

    /// Does a call, and turns a failure of the client into one of the core.
    static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (IntercomException e) {
            throw translate(e);
        }
    }

    static FerryException translate(IntercomException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.code()) {
            case TOKEN_REFUSED, NOT_ALLOWED -> new FerryException(ErrorCode.TARGET_ACCESS, message, e);
            case PARKED -> new FerryException(ErrorCode.QUOTA_SPENT, message, e);
            case TOO_MANY_REPLIES, SCROLL_OPEN, THROTTLED, UNAVAILABLE, NO_ANSWER, INTERRUPTED ->
                new FerryException(ErrorCode.TARGET_UNAVAILABLE, message, e);
            case REFUSED, NOT_FOUND, CONFLICT, MALFORMED_ANSWER ->
                new FerryException(ErrorCode.TARGET_SCHEMA, message, e);
        };
    }

    /// Whether the failure concerns every record, so that the load stops.
    static boolean stopsTheLoad(IntercomException e) {
        return switch (e.code()) {
            case TOKEN_REFUSED, NOT_ALLOWED, PARKED, INTERRUPTED -> true;
            case REFUSED,
                    NOT_FOUND,
                    CONFLICT,
                    TOO_MANY_REPLIES,
                    SCROLL_OPEN,
                    THROTTLED,
                    UNAVAILABLE,
                    NO_ANSWER,
                    MALFORMED_ANSWER -> false;
        };
    }

    /// The outcome of a record that was refused; a failure that concerns all of them is thrown.
    static Outcome.Failed failed(IntercomException e) {
        if (stopsTheLoad(e)) {
            throw translate(e);
        }
        IntercomException.Failure failure = e.failure();
        return new Outcome.Failed(
                code(e),
                failure.field(),
                "Intercom refused it" + (failure.requestId().isEmpty() ? "" : " in request " + failure.requestId()),
                hint(e),
                e.code().retriable() || e.leavesUnknown());
    }

    /// Whether a code speaks of how the workspace is set up.
    static boolean isSetUpFault(String code) {
        return code.equals(ATTRIBUTE_MISSING) || code.equals("api_plan_restricted");
    }

    private static String code(IntercomException e) {
        return switch (e.said()) {
            case Said.NoSuchAttribute _ -> ATTRIBUTE_MISSING;
            case Said.InvalidTime _ -> "invalid_time";
            case Said.NotRestorable _ -> "not_restorable";
            case Said.ContactExists _ -> "contact_exists";
            case Said.TooManyReplies _ -> "too_many_replies";
            case Said.ScrollIsOpen _ -> "scroll_exists";
            case Said.Nothing _ ->
                e.failure().status() == 413
                        ? "too_large"
                        : e.failure().reason().isEmpty()
                                ? e.code().name().toLowerCase(Locale.ROOT)
                                : e.failure().reason();
        };
    }

    private static String hint(IntercomException e) {
        return switch (e.said()) {
            case Said.NoSuchAttribute _ ->
                "Make the attribute in Intercom, or take it out of the archive, and run again.";
            case Said.InvalidTime _ ->
                "Intercom did not take the original time; ask Intercom which times the workspace takes, and run again."
                        + " Nothing was loaded without its time.";
            case Said.NotRestorable _ ->
                "The contact was merged or blocked in Intercom; give the person another address in the crosswalk, or"
                        + " restore the contact, and run again.";
            case Said.ContactExists _ ->
                "Its e-mail and its external id belong to two contacts; merge them in Intercom and run again.";
            case Said.TooManyReplies _, Said.ScrollIsOpen _, Said.Nothing _ ->
                e.failure().status() == 413
                        ? "Lower target.options.maxRequestBytes, or maxFileBytes for a single file, and run again; larger"
                                + " files are named in the message and stay in Ferry's store."
                        : e.code().hint() + ".";
        };
    }
}
