package dev.ferry.intercom.client;

/// Why a call to Intercom did not succeed.
public enum ErrorCode {
    /// Intercom refused what was asked for (400, 405, 413, 422).
    REFUSED(false, "Correct the value that the code and the field name"),
    /// The token is wrong, or was refused before and nothing was sent (401).
    TOKEN_REFUSED(false, "Put a valid access token into the secret"),
    /// The token is good, but the plan or the app's scopes do not allow this (403).
    NOT_ALLOWED(false, "Give the app the scope, or the workspace the plan, that the call needs"),
    /// Nothing is there (404, 410).
    NOT_FOUND(false, "Look in Intercom whether somebody deleted it"),
    /// It exists already (409).
    CONFLICT(false, "Look at the record that stands in the way"),
    /// The throttle on replies to one conversation, as often as it was waited for (400).
    TOO_MANY_REPLIES(true, "Run again, with a longer pause between replies (target.options.replyPauseMillis)"),
    /// Somebody else scrolls through the companies, as long as it was waited for (400).
    SCROLL_OPEN(true, "Wait a minute and run again; another app reads all companies of the workspace"),
    /// The pace was refused as often as it is tried (429).
    THROTTLED(true, "Run again, with a smaller share of the limit (target.options.limitSharePercent)"),
    /// The server has a fault (5xx), or gave up waiting for itself (408).
    UNAVAILABLE(true, "Wait and try again"),
    /// The connection failed or the answer did not come in time.
    NO_ANSWER(true, "Wait and try again"),
    /// The answer is not what the API promises.
    MALFORMED_ANSWER(false, "Check that the address is that of Intercom's API"),
    /// The pace was refused for so long that nothing is sent for a while (429, by many workers).
    PARKED(true, "Redrive the execution then; if it happens again, lower target.options.limitSharePercent"),
    /// The thread was interrupted while it waited.
    INTERRUPTED(true, "Start the work again");

    private final boolean retriable;
    private final String hint;

    ErrorCode(boolean retriable, String hint) {
        this.retriable = retriable;
        this.hint = hint;
    }

    /// Whether the same call can succeed later without anybody changing anything.
    public boolean retriable() {
        return retriable;
    }

    /// What the reader can do.
    public String hint() {
        return hint;
    }
}
