package dev.ferry.handlers.billing;

import dev.ferry.handlers.billing.Meter.Used;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Reports the calls of the clients to the meter of the invocation that makes them.
///
/// A call that is repeated by the SDK is billed again, so attempts are counted and not calls. What a table was
/// charged comes with its answers and is counted there.
///
/// *Threading*: safe for concurrent use.
public final class MeteredCalls implements ExecutionInterceptor {
    private static final ExecutionAttribute<Long> STARTED = new ExecutionAttribute<>("FerryStarted");

    private final InstantSource clock;

    public MeteredCalls(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(STARTED, clock.millis());
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Meter.current()
                .ifPresent(meter -> billed(
                                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))
                        .ifPresent(what -> meter.add(what, 1)));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        ended(attributes);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        ended(attributes);
    }

    private void ended(ExecutionAttributes attributes) {
        Long started = attributes.getAttribute(STARTED);
        if (started != null) {
            Meter.current().ifPresent(meter -> meter.waited(Duration.ofMillis(clock.millis() - started)));
        }
    }

    // S3 bills what changes or lists dearer than what reads; aborting an upload and deleting are free.
    private static Optional<Used> billed(String service, String operation) {
        return switch (service.toLowerCase(Locale.ROOT)) {
            case "s3" ->
                switch (operation) {
                    case "GetObject", "HeadObject" -> Optional.of(Used.OBJECT_READS);
                    case "AbortMultipartUpload", "DeleteObject", "DeleteObjects" -> Optional.empty();
                    default -> Optional.of(Used.OBJECT_WRITES);
                };
            case "sqs" -> Optional.of(Used.QUEUE_REQUESTS);
            default -> Optional.empty();
        };
    }
}
