package dev.ferry.asapp.batch;

import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.tally.RecordDigest;

/// Where a run's extraction leaves what it finds.
///
/// @param runId of the run, by which it marks its fragments
public record StagingPorts(FragmentStore fragments, BodyStore bodies, LinkStore links, NamedLists lists, String runId) {
    /// What a unit of work marks its fragments by.
    ///
    /// @param state what the unit's tally carries
    public FragmentMark mark(RecordDigest state) {
        return FragmentMark.of(runId, state);
    }
}
