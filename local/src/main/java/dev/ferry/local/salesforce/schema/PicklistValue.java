package dev.ferry.local.salesforce.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/// One value of a picklist. `closed` marks a status that closes the record.
///
/// *Shape*: `{"value","label","defaultValue","closed","inactive"}`, or only the value as a string.
public record PicklistValue(
        String value, @Nullable String label, boolean defaultValue, boolean closed, boolean inactive) {

    /// A value with itself as label.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PicklistValue of(String value) {
        return new PicklistValue(value, value, false, false, false);
    }

    /// The label, which is the value unless another was given.
    public String shownAs() {
        return label == null ? value : label;
    }
}
