package dev.ferry.local.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Notes the calls of the function that made the client. The SDK makes one of these for each client.
///
/// The function is known by the thread that makes the client, which is that of its execution environment; clients
/// that no function made are not watched.
///
/// *Threading*: safe for concurrent use.
public final class CallRecorder implements ExecutionInterceptor {
    private static final String DIRECTORY = "ferry.calls";
    private static final String ENVIRONMENT = "lambda-";
    private static final int NOT_FOUND = 404;

    private final Optional<Path> file;
    private final String function;
    private final Set<TakenAction> noted = ConcurrentHashMap.newKeySet();

    public CallRecorder() {
        this(Optional.ofNullable(System.getProperty(DIRECTORY)).map(Path::of), Thread.currentThread());
    }

    CallRecorder(Optional<Path> directory, Thread maker) {
        boolean hosted = maker.getName().startsWith(ENVIRONMENT);
        this.function = hosted ? maker.getName().substring(ENVIRONMENT.length()) : "";
        this.file = directory.filter(_ -> hosted).map(CallRecorder::file);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        note(context.request(), attributes);
    }

    // S3 says that an object is missing only to those who may list the bucket.
    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        note(context.request(), attributes);
        if (context.exception() instanceof AwsServiceException refused
                && refused.statusCode() == NOT_FOUND
                && service(attributes).equals("S3")) {
            TakenAction.of(function, "S3", "ListObjectsV2", context.request()).forEach(this::note);
        }
    }

    private void note(SdkRequest request, ExecutionAttributes attributes) {
        if (file.isEmpty()) {
            return;
        }
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        TakenAction.of(function, service(attributes), operation, request).forEach(this::note);
    }

    private void note(TakenAction action) {
        if (file.isPresent() && noted.add(action)) {
            append(file.get(), action + "\n");
        }
    }

    private static String service(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    }

    private static void append(Path file, String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("could not note a call in " + file, e);
        }
    }

    private static Path file(Path directory) {
        return directory.resolve(ProcessHandle.current().pid() + ".txt");
    }
}
