package dev.ferry.cli.progress;

import dev.ferry.cli.cloud.Executions.MapProgress;
import dev.ferry.handlers.executions.Execution.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far one phase is.
///
/// @param name `extract`, `assemble`, or a phase of the mapping
/// @param maps its distributed maps, in the order in which they ran
/// @param counts what its units of work have counted so far, by term
public record PhaseProgress(
        String name,
        State state,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        List<MapProgress> maps,
        SortedMap<String, Long> counts) {
    /// What is counted for people: the first of these terms that a phase has.
    private static final List<List<String>> MEASURES =
            List.of(List.of("created", "updated", "unchanged"), List.of("staged"), List.of("received"));

    public PhaseProgress {
        maps = List.copyOf(maps);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// The share of the current map that is done, from 0 to 1; nothing before its size is known.
    public Optional<Double> share() {
        return current().filter(map -> map.total() > 0).map(map -> (double) map.done() / map.total());
    }

    /// How many records have passed.
    public long records() {
        return MEASURES.stream()
                .filter(terms -> terms.stream().anyMatch(counts::containsKey))
                .findFirst()
                .map(terms -> terms.stream()
                        .mapToLong(term -> counts.getOrDefault(term, 0L))
                        .sum())
                .orElse(0L);
    }

    /// Records a second since the phase started.
    public double rate(Instant now) {
        long millis = elapsed(now).toMillis();
        return millis <= 0 ? 0 : records() * 1000.0 / millis;
    }

    /// How long the phase has run.
    public Duration elapsed(Instant now) {
        return Duration.between(startedAt, stoppedAt == null ? now : stoppedAt);
    }

    /// What keeps the phase from being faster, as far as the map shows it.
    public String boundBy() {
        return current()
                .map(map -> {
                    if (map.concurrency() > 0 && map.running() >= map.concurrency() && map.pending() > 0) {
                        return "concurrency %d of %s".formatted(map.concurrency(), map.label());
                    }
                    return map.pending() == 0 && map.running() > 0
                            ? "the last %d units of %s".formatted(map.running(), map.label())
                            : map.label();
                })
                .orElse("");
    }

    private Optional<MapProgress> current() {
        return maps.isEmpty() ? Optional.empty() : Optional.of(maps.getLast());
    }
}
