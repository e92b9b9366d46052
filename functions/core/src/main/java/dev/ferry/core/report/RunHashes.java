package dev.ferry.core.report;

/// What a run is bound to; a run with other hashes is another plan.
///
/// *Shape*: lower-case hexadecimal SHA-256; empty where the run stopped before it was known.
public record RunHashes(String configuration, String mapping, String targetSchema) {}
