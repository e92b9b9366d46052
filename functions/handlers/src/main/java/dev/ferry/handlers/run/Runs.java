package dev.ferry.handlers.run;

import dev.ferry.core.run.RunRef;

/// Opens a run: what a handler needs before it can call a use case.
@FunctionalInterface
public interface Runs {

    /// The ports of a run, its configuration read.
    ///
    /// *Errors*: `CONFIGURATION` when the configuration is missing or wrong.
    RunPorts open(RunRef run);
}
