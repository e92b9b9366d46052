package dev.ferry.asapp.fold;

import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.RecordSinks;

/// What assembly reads from and writes to.
public record AssemblyPorts(
        FragmentStore fragments, BodyStore bodies, IdentityStore identities, RecordSinks sinks, NamedLists lists) {}
