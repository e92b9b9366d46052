package dev.ferry.core.mapping.schema;

import java.util.List;

/// One value that a target's picklist offers.
///
/// @param value the value as the API takes it, never its label
/// @param validFor the values of the controlling field that it goes with; empty when the picklist depends on none
public record PicklistValue(String value, List<String> validFor) {
    public PicklistValue {
        validFor = List.copyOf(validFor);
    }

    /// A value of an independent picklist.
    public static PicklistValue of(String value) {
        return new PicklistValue(value, List.of());
    }
}
