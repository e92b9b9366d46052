package dev.ferry.local.secrets;

import java.time.Instant;
import java.util.Objects;

/// A secret with its current value.
///
/// @param version the id of the current value
/// @param changed when the current value was put
record Secret(String name, String version, Instant created, Instant changed, Value value) {

    Secret {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(created);
        Objects.requireNonNull(changed);
        Objects.requireNonNull(value);
    }

    /// A secret text; it does not print itself.
    record Value(String text) {

        Value {
            Objects.requireNonNull(text);
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
