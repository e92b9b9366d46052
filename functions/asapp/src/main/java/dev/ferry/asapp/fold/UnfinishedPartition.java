package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.PartitionPath;
import dev.ferry.asapp.batch.SourceTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A partition that was never finished, as assembly needs to know it.
///
/// @param partition its place in time, for example `dt=2026-07-05/hr=14/mi=00`
public record UnfinishedPartition(String feed, String partition) {
    private static final Pattern TIME = Pattern.compile("dt=(\\d{4}-\\d\\d-\\d\\d)/hr=(\\d\\d)/mi=(\\d\\d)");

    /// The partition of a scan.
    public static UnfinishedPartition of(PartitionPath path) {
        return new UnfinishedPartition(path.feed(), path.time());
    }

    /// The start of its hour. *Units*: nanoseconds since 1970; [SourceTime#NONE] when the path gives no time.
    long startNanos() {
        Matcher time = TIME.matcher(partition);
        return time.matches() ? SourceTime.nanos(time.group(1) + ' ' + time.group(2) + ":00:00") : SourceTime.NONE;
    }
}
