package dev.ferry.core.target;

import dev.ferry.core.source.CanonicalId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One record as it shall stand in the target.
///
/// @param object the object type
/// @param key the canonical id; unique per object, the key by which results are joined and repeats are recognised
/// @param lockGroup what it shares a lock with in the target, for example its Account; records of one group never
/// load in parallel
/// @param fields values by API name, in the order of the names
public record TargetRecord(ObjectName object, CanonicalId key, String lockGroup, SortedMap<String, FieldValue> fields) {
    public TargetRecord {
        fields = fields instanceof FieldValues ? fields : Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// A record from fields in any order.
    public static TargetRecord of(
            ObjectName object, CanonicalId key, String lockGroup, Map<String, ? extends FieldValue> fields) {
        return new TargetRecord(object, key, lockGroup, new TreeMap<>(fields));
    }
}
