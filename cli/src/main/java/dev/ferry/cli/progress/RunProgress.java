package dev.ferry.cli.progress;

import dev.ferry.cli.cloud.Gates.Waiting;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.executions.Execution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a run is.
///
/// @param execution of the machine `migration`
/// @param phases in the order in which they started
/// @param waiting the gate that the run waits at; null when it does not wait
/// @param parked when the run goes on, while it waits for the next day of its source's API; null when it does not
public record RunProgress(
        RunRef run,
        Execution execution,
        List<PhaseProgress> phases,
        @Nullable Waiting waiting,
        @Nullable Instant parked) {
    private static final List<String> LOADED = List.of("created", "updated", "unchanged");

    public RunProgress {
        phases = List.copyOf(phases);
    }

    /// The phases up to the first one that runs. A phase after it was read later, when that one had ended.
    public List<PhaseProgress> inOrder() {
        List<PhaseProgress> shown = new ArrayList<>();
        for (PhaseProgress phase : phases) {
            shown.add(phase);
            if (phase.state().alive()) {
                break;
            }
        }
        return List.copyOf(shown);
    }

    /// How many records have reached the target; as long as there are none, how many have passed in the phase that
    /// saw most.
    public long records() {
        long loaded = phases.stream()
                .flatMap(phase -> LOADED.stream().map(term -> phase.counts().getOrDefault(term, 0L)))
                .mapToLong(Long::longValue)
                .sum();
        return loaded > 0
                ? loaded
                : phases.stream().mapToLong(PhaseProgress::records).max().orElse(0);
    }

    /// When the run goes on, while it waits for a quota.
    public Optional<Instant> parkedUntil() {
        return Optional.ofNullable(parked);
    }

    /// The gate that the run waits at.
    public Optional<Waiting> gate() {
        return Optional.ofNullable(waiting);
    }
}
