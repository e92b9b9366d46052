package dev.ferry.local.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Sums and latest values of everything that functions measured since the process started.
///
/// *Threading*: safe for concurrent use.
public final class MetricStore {

    private final Map<Series, Statistic> statistics = new ConcurrentHashMap<>();

    /// Takes a line that a function printed; lines that carry no metrics change nothing.
    public void accept(String line) {
        for (var measurement : EmbeddedMetricLine.parse(line)) {
            statistics.compute(
                    measurement.series(),
                    (series, known) -> known == null ? Statistic.of(measurement) : known.with(measurement));
        }
    }

    /// The statistic of one series, when it was ever measured.
    public Optional<Statistic> find(Series series) {
        return Optional.ofNullable(statistics.get(series));
    }

    /// Every series as it stands now.
    public Map<Series, Statistic> snapshot() {
        return Map.copyOf(statistics);
    }
}
