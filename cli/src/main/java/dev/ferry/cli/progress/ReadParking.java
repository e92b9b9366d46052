package dev.ferry.cli.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.cli.cloud.Executions;
import dev.ferry.cli.cloud.Executions.MapProgress;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.executions.Execution;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a run does nothing but wait for the next day of its source's API.
final class ReadParking {
    private static final String MACHINE = "read-source";
    private static final String PARKED = "WaitForTheDay";

    // Its units are the ones that wait.
    private static final String ASKING = "fill-gaps";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Executions executions;

    ReadParking(Executions executions) {
        this.executions = executions;
    }

    /// When the first of its reads goes on; nothing while anything of the run is at work.
    Optional<Instant> until(RunRef run, Execution parent, List<PhaseProgress> phases) {
        List<Execution> reads = executions.latest(MACHINE).stream()
                .filter(listed -> listed.state().alive() && !listed.startedAt().isBefore(parent.startedAt()))
                .filter(listed -> isOf(run, listed))
                .toList();
        List<Instant> waits = reads.stream()
                .flatMap(read -> wait(read).stream())
                .sorted(Comparator.naturalOrder())
                .toList();
        boolean idle = waits.size() == reads.size() && phases.stream().allMatch(phase -> isIdle(phase, waits.size()));
        return idle ? waits.stream().findFirst() : Optional.empty();
    }

    private static boolean isIdle(PhaseProgress phase, int waiting) {
        return !phase.state().alive()
                || phase.maps().stream()
                        .allMatch(map -> phase.name().equals(ASKING) ? map.running() <= waiting : isDone(map));
    }

    private static boolean isDone(MapProgress map) {
        return map.running() + map.pending() == 0;
    }

    private boolean isOf(RunRef run, Execution listed) {
        return RunInput.run(executions.describe(listed.arn()).input()).runId().equals(run.runId());
    }

    private Optional<Instant> wait(Execution read) {
        return executions.standsAt(read.arn(), PARKED).flatMap(ReadParking::until);
    }

    private static Optional<Instant> until(String input) {
        try {
            return Optional.of(
                    Instant.parse(MAPPER.readTree(input).path("until").asText()));
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
