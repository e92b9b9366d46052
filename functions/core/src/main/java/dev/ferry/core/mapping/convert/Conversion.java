package dev.ferry.core.mapping.convert;

import dev.ferry.core.target.FieldValue;

/// What came of converting one value.
public sealed interface Conversion {

    /// It fits the field.
    record Fits(FieldValue value) implements Conversion {}

    /// It does not. Neither text shows the value.
    record Misfit(String reason, String hint) implements Conversion {}
}
