package dev.ferry.asapp.fold;

import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.RecordSinks;

/// What a run's assembly reads from and writes to.
///
/// @param runId of the run, whose fragments are counted
public record AssemblyPorts(
        FragmentStore fragments,
        BodyStore bodies,
        IdentityStore identities,
        RecordSinks sinks,
        NamedLists lists,
        String runId) {}
