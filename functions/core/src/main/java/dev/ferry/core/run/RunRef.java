package dev.ferry.core.run;

/// A run, as every step of it is told: the input of all state machines.
///
/// *Shape* as JSON: `{"migrationId","runId","configKey"}`.
///
/// @param configKey of the run's configuration in the work bucket
public record RunRef(String migrationId, String runId, String configKey) {}
