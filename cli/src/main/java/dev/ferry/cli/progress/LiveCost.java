package dev.ferry.cli.progress;

import dev.ferry.core.run.RunRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The cost of a run that is being followed, read again now and then: a long run has many bills.
///
/// *Threading*: for one thread.
public final class LiveCost {
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final ReadCost read;
    private final boolean embedded;
    private final InstantSource clock;
    private Instant stale = Instant.MIN;
    private String text = "";

    /// @param embedded whether the run is in the embedded cloud
    public LiveCost(ReadCost read, boolean embedded, InstantSource clock) {
        this.read = read;
        this.embedded = embedded;
        this.clock = clock;
    }

    /// What to append to a line of progress; nothing before the first bill.
    String of(RunRef run) {
        Instant now = clock.instant();
        if (!now.isBefore(stale)) {
            text = read.of(run)
                    .map(cost -> "  " + new CostText(cost, 0, embedded).brief())
                    .orElse("");
            stale = now.plus(FRESH);
        }
        return text;
    }
}
