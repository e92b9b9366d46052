package dev.ferry.core.load;

import dev.ferry.core.staging.BucketCount;

/// One of the parts into which reading a phase back is cut, so that each fits into a function's time and memory.
///
/// @param number from 0
/// @param count into how many parts it is cut
public record ReadShare(int number, int count) {
    /// Everything at once.
    public static final ReadShare WHOLE = new ReadShare(0, 1);

    private static final String UNIT = "target";

    public ReadShare {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("no share %d of %d".formatted(number, count));
        }
    }

    /// How many there are of a phase.
    ///
    /// @param bucketsAShare what one reads of the ledger, see [TargetReader#bucketsAShare()]
    public static int countOf(BucketCount buckets, int bucketsAShare) {
        return Math.ceilDiv(buckets.value(), bucketsAShare);
    }

    /// Whether it is this one that reads what has this text: a hash of it, the same in every process.
    boolean has(String together) {
        return count == 1 || new BucketCount(count).of(together).number() == number;
    }

    /// Its name among the units of a phase.
    String unit() {
        return count == 1 ? UNIT : "%s-%05d".formatted(UNIT, number);
    }
}
