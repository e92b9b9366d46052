package dev.ferry.core.mapping.schema;

import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A target as it describes itself, in vendor-neutral terms: what a mapping is checked against.
///
/// Each target package owns the conversion of its API's self-description into this. It includes only active
/// picklist values and record types that the loading user may use, takes `createable` and `updateable` as that user
/// sees them, turns its own type names into [FieldType], counts lengths in UTF-16 units, gives an integer's digits
/// as
/// `precision`, and decodes the dependence of picklists into the values' `validFor`.
public final class TargetSchema {
    private final Map<String, TargetObject> objects;

    public TargetSchema(Collection<TargetObject> objects) {
        Map<String, TargetObject> byName = LinkedHashMap.newLinkedHashMap(objects.size());
        objects.forEach(object -> byName.put(object.name().value(), object));
        this.objects = Map.copyOf(byName);
    }

    /// The description of an object type, if the target has it.
    public Optional<TargetObject> object(ObjectName name) {
        return Optional.ofNullable(objects.get(name.value()));
    }

    /// The names of all object types.
    public SortedSet<String> names() {
        return new TreeSet<>(objects.keySet());
    }
}
