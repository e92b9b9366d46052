package dev.ferry.local.stepfunctions.api;

/// A request that the service refuses, as the client sees it.
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int httpStatus;

    /// Refused with the service's code and message, and HTTP status 400.
    public ServiceException(String code, String message) {
        this(code, message, 400);
    }

    /// Refused with the service's code and message and an HTTP status.
    public ServiceException(String code, String message, int httpStatus) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
    }

    static ServiceException validation(String message) {
        return new ServiceException("ValidationException", message);
    }

    static ServiceException constraint(String value, String field, String constraint) {
        return validation("1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must %s"
                .formatted(value, field, constraint));
    }

    static ServiceException noMachine(String arn) {
        return new ServiceException("StateMachineDoesNotExist", "State Machine Does Not Exist: '%s'".formatted(arn));
    }

    static ServiceException noExecution(String arn) {
        return new ServiceException("ExecutionDoesNotExist", "Execution Does Not Exist: '%s'".formatted(arn));
    }

    static ServiceException invalidArn(String why) {
        return new ServiceException("InvalidArn", "Invalid Arn: '%s'".formatted(why));
    }

    static ServiceException unsupportedType() {
        return new ServiceException(
                "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }

    /// The error code, without a namespace.
    public String code() {
        return code;
    }

    /// The HTTP status of the answer.
    public int httpStatus() {
        return httpStatus;
    }
}
