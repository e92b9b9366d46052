package dev.ferry.salesforce.client.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object of the org in the global describe.
public record SObjectSummary(
        String name, String label, @Nullable String prefix, boolean custom, boolean createable, boolean queryable) {
    /// The first three characters of its records' ids, when it has ids of its own.
    public Optional<String> keyPrefix() {
        return Optional.ofNullable(prefix);
    }
}
