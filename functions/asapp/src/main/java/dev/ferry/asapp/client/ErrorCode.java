package dev.ferry.asapp.client;

/// Why a call to ASAPP did not succeed.
public enum ErrorCode {
    /// ASAPP refused the request for what it asks (400, 413, 422).
    REFUSED(false, "Correct the request; the error code says what is wrong with it"),
    /// The key is wrong or revoked (401), or was refused before and nothing was sent.
    KEY_REFUSED(false, "Ask ASAPP whether the key was revoked, and put a new version into the secret"),
    /// The key is good, but ASAPP has not enabled this feature for it (403).
    NOT_ENABLED(false, "Ask ASAPP to enable the feature for this key, or leave the channel out"),
    /// Nothing is there, or not yet: a date appears in the File Exporter after the night's run (404).
    NOT_FOUND(false, "Check the coordinates; a date may not be published yet"),
    /// It exists already (409).
    CONFLICT(false, "Treat it as done"),
    /// The pace was refused as often as it is tried (429).
    THROTTLED(true, "Nothing: the work is taken up again later"),
    /// The day's allowance is spent; nothing was sent.
    DAY_SPENT(true, "Nothing: the work goes on when the provider's next day begins"),
    /// The server has a fault (5xx).
    UNAVAILABLE(true, "Wait and try again"),
    /// The connection failed or the answer did not come in time.
    NO_ANSWER(true, "Wait and try again"),
    /// The answer is not what the API promises.
    MALFORMED_ANSWER(false, "Check that the address is that of ASAPP's API"),
    /// The configuration does not ask for this call, which would generate content; nothing was sent.
    NOT_ASKED_FOR(false, "Name the call in the configuration, if new content and its cost are wanted"),
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
