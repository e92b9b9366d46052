package dev.ferry.salesforce.client;

/// Why a call to Salesforce did not succeed as a whole. Rows that are refused inside a successful call are
/// values, not these.
public enum ErrorCode {
    /// The token endpoint refused the credentials; [SalesforceException#loginRefusal()] says why.
    LOGIN_REFUSED(false, "Correct the connected app, the user or the clock as the refusal says"),
    /// The session was refused again right after signing in, or cannot be used for this API at all.
    SESSION_REJECTED(false, "Check that the connected app may use the API and that nobody revokes its sessions"),
    /// The org's calls of the rolling 24 hours are spent.
    DAILY_LIMIT(true, "Park the work until the rolling 24-hour allowance returns"),
    /// Too many requests of more than 20 seconds run at the same time.
    CONCURRENT_LIMIT(true, "Wait some seconds and lower the parallelism"),
    /// The client's own budget holds the call back; nothing was sent.
    BUDGET_HELD(true, "Park the work until the rolling 24-hour allowance returns, or raise the budget"),
    /// Salesforce refused the request for what it asks.
    REFUSED(false, "Correct the request; the error codes say what is wrong with it"),
    /// The resource does not exist: deleted, expired after seven days, or of another org.
    NOT_FOUND(false, "Check the id; results of jobs are gone after seven days"),
    /// The job is in a state that does not allow the call.
    INVALID_JOB_STATE(false, "Read the job again and go on from its true state"),
    /// Salesforce or a gateway before it cannot answer now.
    UNAVAILABLE(true, "Wait and try again"),
    /// The connection failed or the answer did not come in time.
    NO_ANSWER(true, "Try again; after a write, look first whether it has happened"),
    /// The answer is not what the API promises.
    MALFORMED_ANSWER(false, "Check that the address is that of a Salesforce org and the API version is right"),
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
