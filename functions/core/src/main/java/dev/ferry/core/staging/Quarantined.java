package dev.ferry.core.staging;

/// One thing that could not be taken along, by name, with the reason: never its content.
///
/// @param file key of the source file, or the entity's kind at assembly
/// @param line line number from 1, 0 when it is not a line
/// @param reason a code, for example `BAD_JSON`
/// @param detail what exactly was wrong, without any value of the row
public record Quarantined(String file, long line, String reason, String detail) {}
