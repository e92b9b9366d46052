package dev.ferry.handlers.invocation;

import com.amazonaws.services.lambda.runtime.Context;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.failure.RetriableException;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.aws.StoreFailure;
import dev.ferry.handlers.dynamodb.Consumption.Units;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.metrics.PhaseMetrics.Cost;
import dev.ferry.handlers.run.Runs;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/// What surrounds every handler: JSON logs that name the run, what it cost, and failures under the names that state
/// machines
/// match.
///
/// Events are not logged: the history of the state machine has them, and logs are for what happened.
public final class Invocation {
    private static final Logger LOG = LoggerFactory.getLogger(Invocation.class);

    private Invocation() {}

    /// Calls a use case for a run.
    public static <T> T of(Context context, RunRef run, Supplier<T> useCase) {
        return PowertoolsLogging.withLogging(context, () -> named(context, run, useCase));
    }

    /// Calls a use case of a phase and reports what it cost, whether it succeeds or not.
    public static <T> T metered(Context context, Runs runs, RunRef run, String phase, Supplier<T> useCase) {
        return of(context, run, () -> {
            Units before = runs.charged();
            int remaining = context.getRemainingTimeInMillis();
            try {
                return useCase.get();
            } finally {
                Duration elapsed = Duration.ofMillis(remaining - context.getRemainingTimeInMillis());
                Units charged = runs.charged().since(before);
                PhaseMetrics.emitCost(
                        run.migrationId(), phase, new Cost(context.getMemoryLimitInMB(), elapsed, charged));
            }
        });
    }

    private static <T> T named(Context context, RunRef run, Supplier<T> useCase) {
        MDC.put("migrationId", run.migrationId());
        MDC.put("runId", run.runId());
        try {
            return useCase.get();
        } catch (FerryException failure) {
            throw surfacing(context, failure);
        } catch (SdkException unanswered) {
            throw surfacing(context, StoreFailure.of("reach a service of AWS", unanswered));
        } catch (UncheckedIOException broken) {
            // A connection that breaks while a body is read is no SDK failure; every step may be repeated.
            throw surfacing(
                    context,
                    new FerryException(
                            ErrorCode.STORE_UNAVAILABLE, "a stream broke while it was read or written", broken));
        } finally {
            MDC.remove("migrationId");
            MDC.remove("runId");
        }
    }

    private static FerryException surfacing(Context context, FerryException failure) {
        LOG.error("{} failed with {}: {}", context.getFunctionName(), failure.code(), failure.getMessage());
        return RetriableException.surfacing(failure);
    }
}
