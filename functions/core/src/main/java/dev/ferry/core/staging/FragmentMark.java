package dev.ferry.core.staging;

import dev.ferry.core.tally.RecordDigest;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Who wrote a fragment last: a run, and the state of the source that its unit of work read. It is what holds
/// that which extraction wrote against that which assembly folded.
///
/// Both are hashes of 32 bits, since they stand in every fragment: enough to tell the few runs of a migration
/// apart, and to count by unit. A repeat of a unit writes the same mark; a later run, or a unit that reads
/// another state of its file, writes its own over it.
///
/// @param run hash of the run's id, see [#runOf]
/// @param unit hash of the state that the unit's tally carries, see [dev.ferry.core.tally.Tally#digest]
public record FragmentMark(int run, int unit) {
    /// The mark of what no unit of extraction wrote: contributions of assembly, and what earlier releases left.
    public static final FragmentMark NONE = new FragmentMark(0, 0);

    private static final int UNIT_BITS = 32;

    /// The mark of a unit of a run.
    ///
    /// @param state what the unit's tally carries as digest
    public static FragmentMark of(String runId, RecordDigest state) {
        return new FragmentMark(runOf(runId), state.sum().intValue());
    }

    /// A mark from its bits.
    public static FragmentMark ofBits(long bits) {
        return new FragmentMark((int) (bits >>> UNIT_BITS), (int) bits);
    }

    /// The hash of a run's id, which is never that of [#NONE].
    public static int runOf(String runId) {
        CRC32C crc = new CRC32C();
        crc.update(runId.getBytes(StandardCharsets.UTF_8));
        return Math.max(1, (int) (crc.getValue() >>> 1));
    }

    /// The mark as one number, 0 for [#NONE].
    public long bits() {
        return (long) run << UNIT_BITS | Integer.toUnsignedLong(unit);
    }

    /// The part of the unit as a number that can be added up. *Units*: less than 2^32.
    public long unitNumber() {
        return Integer.toUnsignedLong(unit);
    }
}
