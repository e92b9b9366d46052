package dev.ferry.handlers.target;

import dev.ferry.core.run.RunRef;

/// Opens the site of a run whose target has been checked.
@FunctionalInterface
public interface LoadSites {

    /// The site of the run.
    ///
    /// *Errors*: `PLAN_CHANGED` when the mapping is not the one that was confirmed.
    LoadSite open(RunRef run);
}
