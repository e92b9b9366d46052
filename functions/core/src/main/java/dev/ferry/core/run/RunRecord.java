package dev.ferry.core.run;

import java.time.Instant;

/// What is known of a run from its start.
///
/// @param configHash of the configuration it is bound to, SHA-256 in hexadecimal
public record RunRecord(String migrationId, String runId, String configKey, String configHash, Instant preparedAt) {}
