package dev.ferry.asapp.batch;

import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.NamedLists;

/// Where extraction leaves what it finds.
public record StagingPorts(FragmentStore fragments, BodyStore bodies, LinkStore links, NamedLists lists) {}
