package dev.ferry.core.staging;

import dev.ferry.core.source.EntityKind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The grow-only set of fragments. Putting a fragment again under its key changes nothing but its mark: the last
/// writer's counts.
///
/// *Threading*: implementations are safe for concurrent use by many units of work. *Errors*:
/// [dev.ferry.core.failure.ErrorCode#STORE_UNAVAILABLE] for what may heal.
public interface FragmentStore {
    /// Stores all of them, in any order; when it returns, all are durable.
    void putAll(Collection<Fragment> fragments);

    /// The fragments of one kind in one bucket in the order of their sort keys, so that those of an entity are
    /// neighbours. To be closed by the caller.
    Stream<Fragment> bucket(EntityKind kind, Bucket bucket);

    /// Whether an entity has any fragment; cheaper than reading them.
    default boolean holds(EntityKind kind, String entityId) {
        return !ofEntity(kind, entityId).isEmpty();
    }

    /// The fragments of one entity in the order of their sort keys.
    List<Fragment> ofEntity(EntityKind kind, String entityId);
}
