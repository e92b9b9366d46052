package dev.ferry.handlers.books;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.assemble.AssembleItem;
import dev.ferry.handlers.assemble.AssemblyStage;
import dev.ferry.handlers.run.RunPorts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Looks at every fragment in staging, and says by unit of work what is missing of a run's.
///
/// It is a second pass over staging, so it is made only for books that do not balance, and it gives up after a
/// number of fragments that one call can look at. *Threading*: one thread, one use.
final class FragmentAudit {
    /// How many fragments one call looks at. *Units*: fragments, of a kilobyte or so each.
    static final long LIMIT = 1_000_000;

    private final RunPorts ports;
    private final long limit;
    private final int run;
    private final Map<Integer, AuditedUnit> units = new HashMap<>();
    private long seen;

    FragmentAudit(RunPorts ports, long limit) {
        this.ports = ports;
        this.limit = limit;
        this.run = FragmentMark.runOf(ports.run().runId());
    }

    /// @param superseded fragments that an earlier try of a unit left, that read another state of its file: no
    /// standing tally counts them
    /// @param missing an entry a unit
    record Found(FragmentCount superseded, List<Quarantined> missing) {}

    Found run() {
        try (Stream<Tally> tallies = FragmentBooks.written(ports)) {
            tallies.filter(tally -> tally.count(FragmentTerms.FRAGMENTS) > 0)
                    .forEach(tally -> unit(FragmentCount.markOf(tally).unit()).counted(tally));
        }
        if (!lookAtAll()) {
            return new Found(
                    FragmentCount.NONE,
                    List.of(new Quarantined(
                            "staging",
                            0,
                            "TOO_MANY_TO_NAME",
                            "more than %d fragments are in staging, so it was not looked whose are missing"
                                    .formatted(limit))));
        }
        FragmentCount superseded = units.entrySet().stream()
                .filter(unit -> !unit.getValue().stands())
                .map(unit -> unit.getValue().found(new FragmentMark(run, unit.getKey())))
                .reduce(FragmentCount.NONE, FragmentCount::plus);
        List<Quarantined> missing = units.values().stream()
                .flatMap(unit -> unit.fault().stream())
                .sorted(Comparator.comparing(Quarantined::file))
                .toList();
        return new Found(superseded, missing);
    }

    private boolean lookAtAll() {
        FeedCatalogue catalogue = FeedCatalogue.standard();
        return Stream.of(AssemblyStage.values())
                .flatMap(stage -> stage.items(ports.buckets()))
                .allMatch(item -> lookAt(item, catalogue));
    }

    private boolean lookAt(AssembleItem item, FeedCatalogue catalogue) {
        try (Stream<Fragment> fragments = ports.fragments().bucket(item.kind(), AssemblyStage.bucket(item))) {
            for (Iterator<Fragment> all = fragments.iterator(); all.hasNext(); ) {
                Fragment fragment = all.next();
                seen++;
                if (seen > limit) {
                    return false;
                }
                FragmentMark mark = fragment.mark();
                if (mark.run() == run) {
                    unit(mark.unit())
                            .found(FragmentTerms.channel(
                                    catalogue, fragment.key().feed()));
                } else if (mark.run() != FragmentMark.NONE.run()) {
                    unit(mark.unit()).foundOfAnotherRun();
                }
            }
        }
        return true;
    }

    private AuditedUnit unit(int mark) {
        return units.computeIfAbsent(mark, _ -> new AuditedUnit());
    }
}
