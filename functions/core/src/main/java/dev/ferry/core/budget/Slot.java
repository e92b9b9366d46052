package dev.ferry.core.budget;

import java.time.Instant;
import java.time.LocalDate;

/// The time of one request.
///
/// @param day of the provider, against which the request counts
/// @param generation of the timeline when the slot was given out
public record Slot(Instant at, LocalDate day, long generation) {}
