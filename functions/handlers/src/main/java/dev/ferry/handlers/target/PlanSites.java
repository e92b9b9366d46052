package dev.ferry.handlers.target;

import dev.ferry.core.run.RunRef;

/// Opens the site of a plan: that of a run whose ledger shows what would stand in the target when a phase begins.
@FunctionalInterface
public interface PlanSites {

    /// The site for planning a phase.
    ///
    /// @param phase its name in the mapping
    LoadSite open(RunRef run, String phase);
}
