package dev.ferry.core.report;

/// A CSV file beside the artifact that names records one by one.
///
/// @param name for example `failed`
/// @param file relative to the artifact, for example `lists/failed.csv`
/// @param rows without the header
public record ResultList(String name, String file, long rows) {}
