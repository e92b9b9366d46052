package dev.ferry.core.source;

/// The id of a canonical record, stable across channels and runs and carried into the target as its external id.
///
/// *Shape*: `asapp:{company}:{kind}:{id}`, where kind is `issue`, `conv`, `msg`, `rep`, `cust`, `org`, `note`,
/// `call`.
/// At most 80 characters reach a target field; longer ids end in `~` and a hash, so two ids never become one.
public record CanonicalId(String value) implements Comparable<CanonicalId> {
    public CanonicalId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a canonical id is never blank");
        }
    }

    @Override
    public int compareTo(CanonicalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
