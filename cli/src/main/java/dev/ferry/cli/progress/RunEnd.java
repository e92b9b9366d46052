package dev.ferry.cli.progress;

import dev.ferry.cli.cloud.Gates;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.executions.Execution;
import java.time.Instant;

/// Why following a run is over.
public sealed interface RunEnd {

    /// The execution succeeded; its results are in the work bucket.
    record Finished(RunRef run) implements RunEnd {}

    /// The execution stopped without success.
    record Stopped(RunRef run, Execution execution) implements RunEnd {}

    /// The run waits for the next day of its source's API and goes on by itself.
    record Parked(RunRef run, Instant until) implements RunEnd {}

    /// The run waits for a person.
    record Waits(RunRef run, Gates.Waiting gate) implements RunEnd {}
}
