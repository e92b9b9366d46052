package dev.ferry.handlers.metrics;

/// What one invocation got done, for the live view, the dashboards and the cost of a phase.
///
/// @param recordsTotal how many records the phase has in all, in the one report that knows it; else 0
/// @param bytesRead from the source. *Units*: bytes
public record UnitReport(long units, long recordsDone, long recordsTotal, long recordsFailed, long bytesRead) {

    /// A report of nothing, to add to.
    public static final UnitReport NONE = new UnitReport(0, 0, 0, 0, 0);

    /// Both together.
    public UnitReport plus(UnitReport other) {
        return new UnitReport(
                units + other.units,
                recordsDone + other.recordsDone,
                recordsTotal + other.recordsTotal,
                recordsFailed + other.recordsFailed,
                bytesRead + other.bytesRead);
    }
}
