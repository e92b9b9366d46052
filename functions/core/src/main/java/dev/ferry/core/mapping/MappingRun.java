package dev.ferry.core.mapping;

/// What a mapping needs to know of the run beside the record.
///
/// @param batch the batch marker; empty when the mapping's own default holds
public record MappingRun(OwnerDecisions owners, String batch) {}
