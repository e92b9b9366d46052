package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/// The ledger as a rollback sees it: with the notes on what was undone, which [Ledger] hides.
///
/// *Threading*: safe for concurrent use. *Errors*: `STORE_UNAVAILABLE`.
public interface UndoLedger {

    /// What is written of an object in one bucket of the migration. The stream is to be closed.
    Stream<Written> of(ObjectName object, Bucket bucket);

    /// What is written under these keys.
    Map<CanonicalId, Written> written(ObjectName object, Collection<CanonicalId> keys);

    /// Puts notes in the place of the entries of their keys.
    void undone(ObjectName object, Collection<Undone> notes);
}
