package dev.ferry.cli.cloud;

import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.FragmentStore;

/// What is known of single records: their fragments, the identities they were given, and what stands in the target.
public record Records(
        FragmentStore fragments, BodyStore bodies, IdentityStore identities, LinkStore links, Ledger ledger) {}
