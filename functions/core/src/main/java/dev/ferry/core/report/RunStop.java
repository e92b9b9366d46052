package dev.ferry.core.report;

import java.time.Instant;

/// What stopped a run before its end, and where.
///
/// @param error a code of Ferry, or the name that the platform has for the error
/// @param message what was attempted, on what, and what came back
/// @param place the phase or machine, and the state in it
/// @param remedy what the reader can do
/// @param at when the run stopped; tells its stops apart when it was taken up again and stopped again
public record RunStop(String error, String message, String place, String remedy, Instant at) {

    /// The one line that a person is told: what, where, what to do.
    public String line() {
        return "%s: %s, %s. %s".formatted(error, message, place, remedy).replaceAll("\\s*\\R\\s*", " ");
    }
}
