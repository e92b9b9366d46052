package dev.ferry.local.lambda;

/// The statuses that Lambda's API answers with.
final class HttpStatus {

    static final int OK = 200;
    static final int ACCEPTED = 202;
    static final int NO_CONTENT = 204;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int PAYLOAD_TOO_LARGE = 413;
    static final int TOO_MANY_REQUESTS = 429;
    static final int INTERNAL_SERVER_ERROR = 500;

    private HttpStatus() {}
}
