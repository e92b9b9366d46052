package dev.ferry.core.report;

/// How many records of a phase ended in each way.
///
/// @param failed the target refused them
/// @param quarantined Ferry held them back before sending
/// @param filtered left out by a rule of the configuration
/// @param merged folded into another record
public record OutcomeCounts(
        long created, long updated, long unchanged, long failed, long quarantined, long filtered, long merged) {

    /// The counts of no records.
    public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0, 0, 0, 0);

    /// The counts of both.
    public OutcomeCounts plus(OutcomeCounts other) {
        return new OutcomeCounts(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                failed + other.failed,
                quarantined + other.quarantined,
                filtered + other.filtered,
                merged + other.merged);
    }

    /// Records that stand in the target.
    public long standing() {
        return created + updated + unchanged;
    }

    /// Records that should stand in the target and do not.
    public long held() {
        return failed + quarantined;
    }
}
