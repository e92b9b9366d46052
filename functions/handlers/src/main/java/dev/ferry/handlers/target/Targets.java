package dev.ferry.handlers.target;

import dev.ferry.core.load.Target;
import dev.ferry.handlers.run.RunPorts;

/// Connects to the target that a run's configuration names.
@FunctionalInterface
public interface Targets {

    /// The target. Nothing is sent before it is used.
    ///
    /// *Errors*: `CONFIGURATION` for a kind of target that Ferry does not know or a secret that is not complete.
    Target connect(RunPorts run);
}
