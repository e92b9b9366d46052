package dev.ferry.cli.explain;

/// A value of a column that a newer version of its row has replaced.
///
/// @param place of the row that lost
/// @param lost its value
/// @param winner place of the row that won
/// @param won its value, or an empty text
public record LostValue(String feed, String column, String place, String lost, String winner, String won) {}
