package dev.ferry.core.staging;

/// One object of an export.
///
/// @param key path from the root of the store, with `/`
/// @param etag changes when the content does
public record SourceObject(String key, long size, String etag) {}
