package dev.ferry.core.mapping;

import java.util.List;

/// How a phase wishes to be loaded; the target decides.
///
/// @param keyField the field that holds the canonical id in the target; empty when the object has none
/// @param matchOn the fields by which an existing record is found
public record LoadHints(Operation operation, Api api, String keyField, List<String> matchOn) {
    public LoadHints {
        matchOn = List.copyOf(matchOn);
    }

    /// What a write does.
    public enum Operation {
        INSERT,
        UPSERT,
        MATCH
    }

    /// By which way.
    public enum Api {
        BULK,
        COLLECTIONS
    }
}
