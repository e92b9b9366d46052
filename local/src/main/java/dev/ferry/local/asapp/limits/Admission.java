package dev.ferry.local.asapp.limits;

import dev.ferry.local.asapp.calls.Verdict;

/// The door's decision about one request.
///
/// @param arrivalNanos real nanoseconds since 1970
/// @param counted whether it is one of the day's requests
public record Admission(long arrivalNanos, Verdict verdict, boolean counted) {}
