package dev.ferry.handlers.dynamodb;

/// A gate of one run: a place where the run waits for a person.
///
/// @param gate for example `owners`
public record GateName(String migrationId, String runId, String gate) {}
