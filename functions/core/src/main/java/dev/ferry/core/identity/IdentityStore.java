package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The settled identities, written by one pass over all links and read by assembly.
///
/// *Threading*: safe. Putting the same entries again changes nothing; an alias put with another canonical id is
/// replaced.
public interface IdentityStore {
    /// Stores entries; when it returns, all are durable.
    void putAll(Collection<IdentityEntry> entries);

    /// The canonical ids of those aliases that have one; an alias that is missing stands for itself.
    Map<CanonicalId, CanonicalId> lookup(IdentitySpace space, Collection<CanonicalId> aliases);

    /// All aliases of a canonical id except itself, in ascending order; empty when it stands alone.
    List<CanonicalId> aliasesOf(IdentitySpace space, CanonicalId canonical);
}
