package dev.ferry.core.mapping.schema;

import java.util.List;
import java.util.Optional;

/// One field of a target object as the target describes it.
///
/// @param length greatest length in UTF-16 units; 0 when the type has none
/// @param precision digits in all; 0 when unlimited
/// @param scale digits after the decimal point
/// @param createable whether it can be set when a record is made
/// @param updateable whether it can be set later
/// @param nillable whether it may stay empty
/// @param defaulted whether the target fills it when it is left out
/// @param restricted whether a picklist refuses values outside `values`
/// @param values the active values of a picklist
/// @param controller the field that a dependent picklist depends on; empty when it depends on none
/// @param referenceTo the object types that a reference may point at; empty when any
public record TargetField(
        String name,
        FieldType type,
        int length,
        int precision,
        int scale,
        boolean createable,
        boolean updateable,
        boolean nillable,
        boolean defaulted,
        boolean restricted,
        List<PicklistValue> values,
        String controller,
        List<String> referenceTo,
        boolean unique,
        boolean externalId) {
    public TargetField {
        values = List.copyOf(values);
        referenceTo = List.copyOf(referenceTo);
    }

    /// Whether a new record without it is refused.
    public boolean required() {
        return createable && !nillable && !defaulted;
    }

    /// The picklist value of that text, if the picklist offers it.
    public Optional<PicklistValue> value(String text) {
        return values.stream().filter(value -> value.value().equals(text)).findFirst();
    }
}
