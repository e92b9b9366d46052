package dev.ferry.local.lambda;

/// The synchronous `Invoke` of Lambda, as the state machine service sees it.
///
/// *Threading*: implementations are safe for concurrent use; a call blocks until the function has answered.
public interface LambdaInvoker {

    /// Invokes a function with a JSON payload.
    ///
    /// @param function a name, a name with `:qualifier`, or a full function ARN with or without qualifier
    /// @param payload UTF-8 JSON, at most 6 MB as on AWS
    Invocation invoke(String function, byte[] payload);

    /// What an invocation came to.
    sealed interface Invocation {

        /// The function returned. *Shape*: UTF-8 JSON.
        record Returned(byte[] payload) implements Invocation {}

        /// The function threw or timed out (`FunctionError: Unhandled`). The payload is the error object that
        /// Lambda returns: `{"errorMessage","errorType","stackTrace"}`; a timeout has `errorType`
        /// `Sandbox.Timedout`.
        record Raised(String errorType, String errorMessage, byte[] payload) implements Invocation {}

        /// Lambda refused the call and the function did not run. `code` is the service's error code, for example
        /// `TooManyRequestsException` or `ResourceNotFoundException`.
        record Refused(String code, String message, int httpStatus) implements Invocation {}
    }
}
