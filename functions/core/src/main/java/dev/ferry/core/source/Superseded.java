package dev.ferry.core.source;

/// How much lost against newer rows: what `explain` can show and nothing else keeps.
///
/// @param rows rows that a newer row of the same unique condition replaced
/// @param fields values in them that differed from what replaced them
public record Superseded(int rows, int fields) {}
