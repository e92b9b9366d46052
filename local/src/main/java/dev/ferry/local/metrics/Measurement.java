package dev.ferry.local.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The values that one line reports for one series.
///
/// @param unit CloudWatch's name of the unit, for example `Milliseconds`; `None` for a bare number
/// @param at the time that the line carries
record Measurement(Series series, String unit, List<Double> values, Instant at) {

    Measurement {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(at);
        values = List.copyOf(values);
    }
}
