package dev.ferry.core.report;

/// A rule of the mapping that changed values so that they fit the target.
///
/// @param field the target's field with its object, for example `Case.Subject`
/// @param rule what was done, for example `cut to 255 characters`
/// @param count how many values
public record Adjustment(String field, String rule, long count) {}
