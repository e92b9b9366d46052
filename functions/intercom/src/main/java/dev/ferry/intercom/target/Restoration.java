package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoRules;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.http.Json;
import java.util.Optional;
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

    /// Whether somebody has changed the record since Ferry left it.
    ///
    /// @param now what is there
    static boolean isChanged(UndoItem.Restore item, SortedMap<String, FieldValue> now) {
        return item.loaded()
                .filter(loaded -> !ContentHash.of(now).equals(loaded))
                .isPresent();
    }

    /// The same of a person or company: where it is not known how Ferry left it, its time tells.
    static boolean isChanged(
            UndoItem.Restore item, SortedMap<String, FieldValue> now, JsonNode there, UndoRules rules) {
        boolean unsure =
                item.loaded().isEmpty() && UndoRules.isLater(Deletion.moment(there, "updated_at"), rules.lastWrite());
        return unsure || isChanged(item, now);
    }

    /// The change that sets a record back; where no image of it was kept, the one that clears what was filled in.
    ObjectNode of(
            UndoItem.Restore item, SortedMap<String, FieldValue> now, Optional<SortedMap<String, FieldValue>> before) {
        return before.map(fields -> changes(now, fields)).orElseGet(() -> {
            Set<String> filled = new TreeSet<>(item.filled());
            filled.retainAll(now.keySet());
            return changes(new TreeMap<>(), filled);
        });
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
