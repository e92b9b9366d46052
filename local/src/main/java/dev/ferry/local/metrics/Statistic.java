package dev.ferry.local.metrics;

import java.time.Instant;

/// What the values of a series came to so far.
///
/// @param unit CloudWatch's name of the unit
/// @param latest the last value of the line that came last
/// @param at the time that this line carries
public record Statistic(String unit, long count, double sum, double latest, Instant at) {

    /// The mean of all values.
    public double average() {
        return sum / count;
    }

    Statistic with(Measurement measurement) {
        var values = measurement.values();
        var added = values.stream().mapToDouble(Double::doubleValue).sum();
        return new Statistic(
                measurement.unit(), count + values.size(), sum + added, values.getLast(), measurement.at());
    }

    static Statistic of(Measurement measurement) {
        return new Statistic(measurement.unit(), 0, 0, 0, measurement.at()).with(measurement);
    }
}
