package dev.ferry.local.salesforce.bulk;

/// A call that the job resources refuse, with the HTTP status and error code to answer.
public final class BulkException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    public BulkException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The `errorCode`.
    public String code() {
        return code;
    }

    static BulkException notFound() {
        return new BulkException(404, "NOT_FOUND", "The requested resource does not exist");
    }
}
