package dev.ferry.core.target;

/// The API name of an object type in the target, for example `Case`.
public record ObjectName(String value) {
    public ObjectName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an object name is never blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
