package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.http.Json;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The change that sets a record back: values as they were, nothing where there was none, no word on all others.
///
/// @param apart fields that are not part of the document
record Restoration(ObjectName object, Set<String> apart) {
    Restoration {
        apart = Set.copyOf(apart);
    }

    /// @param now what is there
    /// @param before what was there, in the same form
    ObjectNode changes(SortedMap<String, FieldValue> now, SortedMap<String, FieldValue> before) {
        SortedMap<String, FieldValue> back = new TreeMap<>(before);
        back.entrySet().removeIf(field -> field.getValue().equals(now.get(field.getKey())));
        Set<String> cleared = new TreeSet<>(now.keySet());
        cleared.removeAll(before.keySet());
        return changes(back, cleared);
    }

    /// A change that clears fields.
    ObjectNode cleared(Set<String> names) {
        return changes(new TreeMap<>(), names);
    }

    private ObjectNode changes(SortedMap<String, FieldValue> back, Set<String> cleared) {
        ObjectNode changes = Documents.of(object, back, apart);
        for (String name : cleared) {
            if (apart.contains(name)) {
                continue;
            }
            if (StandardFields.has(object, name)) {
                changes.putNull(name);
            } else {
                ObjectNode custom = changes.has("custom_attributes")
                        ? (ObjectNode) changes.get("custom_attributes")
                        : Json.object();
                custom.putNull(name);
                changes.set("custom_attributes", custom);
            }
        }
        return changes;
    }
}
