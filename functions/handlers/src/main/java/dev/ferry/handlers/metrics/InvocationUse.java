package dev.ferry.handlers.metrics;

import dev.ferry.core.cost.BillingUnit;
import dev.ferry.core.cost.UsedUnits;
import dev.ferry.handlers.billing.Meter;
import dev.ferry.handlers.billing.Meter.Used;
import java.time.Duration;

/// What one invocation used.
///
/// @param elapsed by the wall
/// @param processor how long the processor worked for it
public record InvocationUse(int memoryMb, Duration elapsed, Duration processor, Meter meter) {
    private static final double MB_PER_GB = 1024;
    private static final double BUSY = 0.6;

    /// Memory times time. *Units*: GB-seconds, an estimate of what Lambda bills.
    double gbSeconds() {
        return memoryMb / MB_PER_GB * elapsed.toMillis() / 1000.0;
    }

    /// What an invocation spends most of its time on.
    public enum Bound {
        PROCESSOR,
        /// Services of AWS.
        STORE,
        /// The source or the target, and the turns that their budget gives.
        PROVIDER
    }

    /// What this one spent most of its time on.
    Bound bound() {
        if (processor.toMillis() >= BUSY * elapsed.toMillis()) {
            return Bound.PROCESSOR;
        }
        long rest = elapsed.minus(processor).toMillis();
        // Calls that run side by side count more than the wall saw, so stores win a draw.
        return 2 * meter.waitedForStores().toMillis() >= rest ? Bound.STORE : Bound.PROVIDER;
    }

    /// What AWS bills of it.
    public UsedUnits units() {
        return UsedUnits.NONE
                .plus(BillingUnit.GB_SECONDS, gbSeconds())
                .plus(BillingUnit.REQUESTS, 1)
                .plus(BillingUnit.STATE_TRANSITIONS, 1)
                .plus(BillingUnit.WRITE_UNITS, meter.of(Used.WRITE_UNITS))
                .plus(BillingUnit.READ_UNITS, meter.of(Used.READ_UNITS))
                .plus(BillingUnit.OBJECT_WRITES, meter.of(Used.OBJECT_WRITES))
                .plus(BillingUnit.OBJECT_READS, meter.of(Used.OBJECT_READS))
                .plus(BillingUnit.QUEUE_REQUESTS, meter.of(Used.QUEUE_REQUESTS));
    }
}
