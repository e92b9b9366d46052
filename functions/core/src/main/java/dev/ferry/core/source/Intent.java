package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of the intent catalogue.
///
/// @param type `SYSTEM`, `LEAF` or `PARENT`
public record Intent(
        CanonicalId id,
        String code,
        @Nullable String name,
        @Nullable String type,
        @Nullable String description,
        @Nullable String flowName,
        @Nullable Instant deletedAt) {}
