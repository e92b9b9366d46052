package dev.ferry.handlers.assemble;

import dev.ferry.core.source.EntityKind;

/// What became of one bucket. *Shape*: `{"kind","bucket","staged","quarantined"}`.
///
/// @param staged records that can be loaded
public record BucketOutcome(EntityKind kind, int bucket, long staged, long quarantined) {}
