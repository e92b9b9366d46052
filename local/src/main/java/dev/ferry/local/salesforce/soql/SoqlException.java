package dev.ferry.local.salesforce.soql;

/// A query that cannot be run, with the API's error code (`MALFORMED_QUERY`, `INVALID_FIELD`, `INVALID_TYPE`).
public final class SoqlException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public SoqlException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// The API's error code.
    public String code() {
        return code;
    }

    static SoqlException malformed(String message) {
        return new SoqlException("MALFORMED_QUERY", message);
    }
}
