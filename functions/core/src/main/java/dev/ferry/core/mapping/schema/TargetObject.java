package dev.ferry.core.mapping.schema;

import dev.ferry.core.target.ObjectName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One object type of a target.
///
/// @param fields by API name
/// @param recordTypes ids of the active record types by developer name; empty when the object has none
public record TargetObject(
        ObjectName name, SortedMap<String, TargetField> fields, SortedMap<String, String> recordTypes) {
    public TargetObject {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        recordTypes = Collections.unmodifiableSortedMap(new TreeMap<>(recordTypes));
    }

    /// An object type from maps in any order.
    public static TargetObject of(ObjectName name, Map<String, TargetField> fields, Map<String, String> recordTypes) {
        return new TargetObject(name, new TreeMap<>(fields), new TreeMap<>(recordTypes));
    }
}
