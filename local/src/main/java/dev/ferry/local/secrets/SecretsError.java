package dev.ferry.local.secrets;

/// A request that Secrets Manager refuses, with the service's error code.
final class SecretsError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private SecretsError(String code, String message) {
        super(message);
        this.code = code;
    }

    static SecretsError notFound() {
        return new SecretsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }

    static SecretsError exists(String name) {
        return new SecretsError(
                "ResourceExistsException",
                "The operation failed because the secret %s already exists.".formatted(name));
    }

    static SecretsError invalid(String message) {
        return new SecretsError("InvalidParameterException", message);
    }

    static SecretsError unknownOperation(String operation) {
        return new SecretsError("UnknownOperationException", "Not available here: " + operation);
    }

    String code() {
        return code;
    }
}
