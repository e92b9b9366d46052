package dev.ferry.handlers.run;

import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.dynamodb.Consumption.Units;

/// Opens a run: what a handler needs before it can call a use case.
@FunctionalInterface
public interface Runs {

    /// The ports of a run, its configuration read.
    ///
    /// *Errors*: `CONFIGURATION` when the configuration is missing or wrong.
    RunPorts open(RunRef run);

    /// What the stores have charged since the start, for the cost of a phase.
    default Units charged() {
        return new Units(0, 0);
    }
}
