package dev.ferry.handlers.dynamodb;

import dev.ferry.handlers.billing.Meter;
import dev.ferry.handlers.billing.Meter.Used;
import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/// How much DynamoDB has charged since the start, in its own units: what the cost of a phase is computed from.
///
/// *Threading*: safe for concurrent use.
public final class Consumption {
    private final DoubleAdder writeUnits = new DoubleAdder();
    private final DoubleAdder readUnits = new DoubleAdder();

    /// What has been charged so far.
    public Units units() {
        return new Units(writeUnits.sum(), readUnits.sum());
    }

    void wrote(@Nullable ConsumedCapacity charged) {
        add(writeUnits, Used.WRITE_UNITS, charged);
    }

    void read(@Nullable ConsumedCapacity charged) {
        add(readUnits, Used.READ_UNITS, charged);
    }

    private static void add(DoubleAdder sum, Used what, @Nullable ConsumedCapacity charged) {
        if (charged != null && charged.capacityUnits() != null) {
            sum.add(charged.capacityUnits());
            Meter.current().ifPresent(meter -> meter.add(what, charged.capacityUnits()));
        }
    }

    /// Charged units. *Units*: write request units of 1 KB, read request units of 4 KB.
    public record Units(double write, double read) {

        /// What was charged since an earlier moment.
        public Units since(Units earlier) {
            return new Units(write - earlier.write, read - earlier.read);
        }
    }
}
