package dev.ferry.cli.progress;

import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.Executions;
import dev.ferry.cli.cloud.Gates.Waiting;
import dev.ferry.core.load.PlanPhase;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.handlers.executions.Execution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Reads how far a run is. A phase that has ended is read once: it changes no more unless it is redriven.
///
/// *Threading*: safe for concurrent use.
public final class ReadProgress {
    private static final String PLAN = "count-phase";

    /// The machines that `migration` and `plan` call, by name; the phase of a load is in its input.
    private static final List<String> CHILDREN = List.of("extract", "fill-gaps", "assemble", "load", PLAN);

    /// The phase of the tallies of a machine, where it is not called like the machine.
    private static final Map<String, String> TALLIED = Map.of("fill-gaps", "read");

    /// A load phase keeps the tallies of its steps apart.
    private static final List<String> LOAD_STEPS = List.of(".stage", ".load");

    private static final String OWNER_GATE = "OwnerGate";
    private static final String OWNERS = "owners";

    private final CloudSession cloud;
    private final Map<Ending, Optional<PhaseProgress>> ended = new ConcurrentHashMap<>();

    public ReadProgress(CloudSession cloud) {
        this.cloud = cloud;
    }

    /// How far the run of an execution is.
    public RunProgress read(String executionArn) {
        Executions executions = cloud.executions();
        Execution parent = executions.describe(executionArn);
        RunRef run = RunInput.run(parent.input());
        List<PhaseProgress> phases = new ArrayList<>();
        for (String machine : CHILDREN) {
            for (Execution listed : executions.latest(machine)) {
                if (!listed.startedAt().isBefore(parent.startedAt())) {
                    phase(run, machine, listed).ifPresent(phases::add);
                }
            }
        }
        phases.sort(Comparator.comparing(PhaseProgress::startedAt));
        Optional<Instant> parked =
                parent.state().alive() ? new ReadParking(executions).until(run, parent, phases) : Optional.empty();
        return new RunProgress(run, parent, phases, gate(parent, run).orElse(null), parked.orElse(null));
    }

    // A token outlives its gate; only a run that stands at the gate waits.
    private Optional<Waiting> gate(Execution parent, RunRef run) {
        return parent.state().alive()
                        && cloud.executions().lastEntered(parent.arn()).equals(Optional.of(OWNER_GATE))
                ? cloud.gates().find(run.migrationId(), run.runId(), OWNERS)
                : Optional.empty();
    }

    private Optional<PhaseProgress> phase(RunRef run, String machine, Execution listed) {
        return listed.state().alive()
                ? read(run, machine, listed)
                : ended.computeIfAbsent(new Ending(run, listed), ending -> read(run, machine, listed));
    }

    private Optional<PhaseProgress> read(RunRef run, String machine, Execution listed) {
        Execution child = cloud.executions().describe(listed.arn());
        if (!RunInput.run(child.input()).runId().equals(run.runId())) {
            return Optional.empty();
        }
        String phase = RunInput.phase(child.input());
        String name = phase.isEmpty() ? machine : phase;
        return Optional.of(new PhaseProgress(
                name,
                child.state(),
                child.startedAt(),
                child.stoppedAt(),
                cloud.executions().maps(child.arn()),
                counts(
                        cloud.tallies(run.migrationId()),
                        run.runId(),
                        phase.isEmpty() ? List.of(TALLIED.getOrDefault(machine, machine)) : steps(machine, phase))));
    }

    private static List<String> steps(String machine, String phase) {
        return machine.equals(PLAN)
                ? List.of(PlanPhase.nameOf(phase) + ".stage")
                : LOAD_STEPS.stream().map(step -> phase + step).toList();
    }

    private static SortedMap<String, Long> counts(TallyStore tallies, String runId, List<String> steps) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String step : steps) {
            try (Stream<Tally> units = tallies.of(runId, step)) {
                units.forEach(unit -> unit.counts().forEach((term, count) -> counts.merge(term, count, Long::sum)));
            }
        }
        return counts;
    }

    /// An execution as it was listed after its end; a redrive lists it with another end.
    private record Ending(RunRef run, Execution listed) {}
}
