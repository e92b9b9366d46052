package dev.ferry.local.firehose;

import dev.ferry.local.endpoint.LocalAccount;

/// A request that Firehose refuses, with the service's error code.
final class FirehoseError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private FirehoseError(String code, String message) {
        super(message);
        this.code = code;
    }

    static FirehoseError notFound(String stream) {
        return new FirehoseError(
                "ResourceNotFoundException",
                "Firehose %s under account %s not found.".formatted(stream, LocalAccount.ACCOUNT_ID));
    }

    static FirehoseError invalid(String message) {
        return new FirehoseError("InvalidArgumentException", message);
    }

    static FirehoseError unknownOperation(String operation) {
        return new FirehoseError("UnknownOperationException", "Not available here: " + operation);
    }

    String code() {
        return code;
    }
}
