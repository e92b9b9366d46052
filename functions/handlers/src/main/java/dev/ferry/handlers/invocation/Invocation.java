package dev.ferry.handlers.invocation;

import com.amazonaws.services.lambda.runtime.Context;
import dev.ferry.core.cost.Bill;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.failure.RetriableException;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.aws.StoreFailure;
import dev.ferry.handlers.billing.Meter;
import dev.ferry.handlers.metrics.InvocationUse;
import dev.ferry.handlers.metrics.PhaseMetrics;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.core.exception.SdkException;

/// What surrounds every handler: JSON logs that name the run, what it cost, and failures under the names that state
/// machines match.
///
/// Events are not logged: the history of the state machine has them, and logs are for what happened.
public final class Invocation {
    private static final Logger LOG = LoggerFactory.getLogger(Invocation.class);

    private static final String NO_PHASE = "run";

    private Invocation() {}

    /// Calls a use case for a run that belongs to no phase.
    public static <T> T of(Context context, RunRef run, Supplier<T> useCase) {
        return of(context, run, NO_PHASE, useCase);
    }

    /// Calls a use case of a phase. What it used is reported, whether it succeeds or not.
    public static <T> T of(Context context, RunRef run, String phase, Supplier<T> useCase) {
        return named(context, run, () -> counted(context, run, phase, useCase));
    }

    private static <T> T counted(Context context, RunRef run, String phase, Supplier<T> useCase) {
        Meter meter = new Meter();
        int remaining = context.getRemainingTimeInMillis();
        Duration before = processorTime();
        try {
            return meter.running(useCase);
        } finally {
            Duration elapsed = Duration.ofMillis(remaining - context.getRemainingTimeInMillis());
            Duration processor = processorTime().minus(before);
            InvocationUse use = new InvocationUse(context.getMemoryLimitInMB(), elapsed, processor, meter);
            PhaseMetrics.emitUse(run.migrationId(), phase, use);
            put(meter, new Bill(phase, context.getAwsRequestId(), use.units()));
        }
    }

    // Work that is done is done, whether or not it was billed; and a failure is not to be hidden by this one.
    private static void put(Meter meter, Bill bill) {
        try {
            meter.put(bill);
        } catch (FerryException | SdkException unwritten) {
            LOG.warn("the bill of {} for {} was not kept", bill.invocation(), bill.phase(), unwritten);
        }
    }

    // An environment works on one event at a time, so the process's time is the invocation's.
    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static <T> T named(Context context, RunRef run, Supplier<T> useCase) {
        MDC.setContextMap(surroundings(context, run));
        try {
            return useCase.get();
        } catch (FerryException failure) {
            throw surfacing(context, run, failure);
        } catch (SdkException unanswered) {
            throw surfacing(context, run, StoreFailure.of("reach a service of AWS", unanswered));
        } catch (UncheckedIOException broken) {
            // A connection that breaks while a body is read is no SDK failure; every step may be repeated.
            throw surfacing(
                    context,
                    run,
                    new FerryException(
                            ErrorCode.STORE_UNAVAILABLE, "a stream broke while it was read or written", broken));
        } finally {
            MDC.clear();
        }
    }

    private static Map<String, String> surroundings(Context context, RunRef run) {
        Map<String, String> surroundings = new HashMap<>();
        surroundings.put("service", "ferry");
        surroundings.put("function_name", context.getFunctionName());
        surroundings.put("function_version", context.getFunctionVersion());
        surroundings.put("function_request_id", context.getAwsRequestId());
        surroundings.put("xray_trace_id", context.getXrayTraceId());
        surroundings.put("migrationId", run.migrationId());
        surroundings.put("runId", run.runId());
        surroundings.values().removeIf(Objects::isNull);
        return surroundings;
    }

    private static FerryException surfacing(Context context, RunRef run, FerryException failure) {
        PhaseMetrics.emitFailure(run.migrationId(), failure.code().name());
        LOG.error("{} failed with {}: {}", context.getFunctionName(), failure.code(), failure.getMessage());
        return RetriableException.surfacing(failure);
    }
}
