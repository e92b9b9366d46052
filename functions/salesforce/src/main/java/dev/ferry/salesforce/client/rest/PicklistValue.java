package dev.ferry.salesforce.client.rest;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// One value of a picklist; `value` is what the API takes, `label` is what people see.
///
/// Shape: `validFor` is a base64 bitmap over the values of the controlling field: bit n, most significant
/// first, stands for controlling value n.
public record PicklistValue(
        String value,
        String label,
        boolean active,
        boolean defaultValue,
        @Nullable String validFor) {
    /// Whether the value may stand beside the controlling field's value of that index. True for a picklist
    /// that depends on nothing.
    public boolean isValidFor(int controllingIndex) {
        if (validFor == null) {
            return true;
        }
        var bits = Base64.getDecoder().decode(validFor);
        var octet = controllingIndex / Byte.SIZE;
        return octet < bits.length && (bits[octet] & (0x80 >> controllingIndex % Byte.SIZE)) != 0;
    }
}
