package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;

/// One settled answer: this alias is part of that canonical record.
///
/// For a customer's canonical id in [IdentitySpace#ACCOUNT] the canonical id is the account the person belongs
/// to.
///
/// @param space the kind of thing that is resolved
/// @param alias id under which rows show the entity; the canonical id is an alias of itself only in groups of
/// several, and of a person whom only the crosswalk makes known
public record IdentityEntry(IdentitySpace space, CanonicalId alias, CanonicalId canonical) {}
