package dev.ferry.cli;

import dev.ferry.core.failure.FerryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/// A failure as the one line that standard error gets: `ferry: what, where, what to do`.
final class ErrorLine {
    private ErrorLine() {}

    /// The line for a failure.
    static String of(Throwable failure) {
        return "ferry: " + describe(failure).replaceAll("\\s*\\R\\s*", " ");
    }

    private static String describe(Throwable failure) {
        return switch (failure) {
            case UsageProblem problem -> text(problem);
            case FerryException ferry -> text(ferry) + ". " + ferry.code().hint();
            case AwsServiceException refused -> refused(refused);
            case SdkClientException unreachable -> unreachable(unreachable);
            case UncheckedIOException unchecked when unchecked.getCause() != null -> describe(unchecked.getCause());
            case NoSuchFileException missing ->
                "file not found, %s, check the path and the spelling".formatted(missing.getFile());
            case AccessDeniedException denied ->
                "permission denied, %s, grant access to it or name another directory".formatted(denied.getFile());
            case BindException taken -> "port in use, %s, choose another with --port-base".formatted(text(taken));
            case IOException io -> "input or output failed, %s, check the disk and the path".formatted(text(io));
            default ->
                "unexpected %s, %s, run again with --debug and report it with the log"
                        .formatted(failure.getClass().getSimpleName(), text(failure));
        };
    }

    private static String refused(AwsServiceException refused) {
        String service = refused.awsErrorDetails() == null
                ? "AWS"
                : refused.awsErrorDetails().serviceName() + " "
                        + refused.awsErrorDetails().errorCode();
        return refused.statusCode() == 403 || refused.statusCode() == 401
                ? "access denied, %s, check the AWS credentials and their permissions".formatted(service)
                : "request refused with status %d, %s, see the log for the answer"
                        .formatted(refused.statusCode(), service);
    }

    private static String unreachable(SdkClientException failure) {
        String text = text(failure);
        if (text.contains("credentials")) {
            return "no AWS credentials, default provider chain, set AWS_PROFILE or sign in with `aws sso login`";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return "nothing answers, the cloud of this work directory, start it with `ferry up`";
            }
        }
        return "the cloud does not answer, " + text + ", check the network and the endpoint";
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
