package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/// The memory of what stands in the target, kept across runs: one entry per object and canonical id.
///
/// *Threading*: safe for concurrent use. *Errors*: `STORE_UNAVAILABLE`.
public interface Ledger {

    /// The entries of the keys that have one.
    Map<CanonicalId, LedgerEntry> find(ObjectName object, Collection<CanonicalId> keys);

    /// Puts entries, replacing earlier ones of the same keys.
    void put(ObjectName object, Collection<? extends LedgerEntry> entries);

    /// Whether there is any entry of an object.
    boolean knows(ObjectName object);

    /// All entries of an object; for reports and for naming what is missing, not for the way of a record.
    Stream<LedgerEntry> all(ObjectName object);
}
