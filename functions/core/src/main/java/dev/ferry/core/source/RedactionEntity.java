package dev.ferry.core.source;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A kind of text that the source masks.
///
/// @param policies where it is masked, by name of the policy
public record RedactionEntity(
        CanonicalId id, String entityId, @Nullable String description, SortedMap<String, Boolean> policies)
        implements ConfigurationItem {
    public RedactionEntity {
        policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    }
}
