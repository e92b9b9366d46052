package dev.ferry.handlers.aws;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What an exception of the AWS SDK means to Ferry.
///
/// The service's own message is left out: it can quote keys and values. Its code and request id say enough.
public final class StoreFailure {
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private StoreFailure() {}

    /// The failure of a call to a service that Ferry owns the data of.
    ///
    /// @param attempted completes "could not", with ids and never with contents
    public static FerryException of(String attempted, SdkException e) {
        return new FerryException(code(e), "could not %s: %s".formatted(attempted, answer(e)), e);
    }

    /// What came back, in one phrase.
    public static String answer(SdkException e) {
        return e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? "%s answered %s (status %d, request %s)"
                        .formatted(
                                service.awsErrorDetails().serviceName(),
                                service.awsErrorDetails().errorCode(),
                                service.statusCode(),
                                service.requestId())
                : "no answer (%s)".formatted(e.getClass().getSimpleName());
    }

    private static ErrorCode code(SdkException e) {
        if (!(e instanceof AwsServiceException service)
                || service.isThrottlingException()
                || service.statusCode() >= SERVER_ERROR) {
            return ErrorCode.STORE_UNAVAILABLE;
        }
        boolean refused = service.statusCode() == FORBIDDEN
                || (service.awsErrorDetails() != null
                        && "AccessDeniedException"
                                .equals(service.awsErrorDetails().errorCode()));
        return refused ? ErrorCode.CONFIGURATION : ErrorCode.INTERNAL;
    }
}
