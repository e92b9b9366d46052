package dev.ferry.core.load;

import dev.ferry.core.mapping.Mapped;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.tally.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Counts what loading one bucket would do, by staging it as a run does, without keeping what was staged.
///
/// What would be made is noted in the plan's own ledger, so that phases which refer to it find it. May be repeated:
/// it counts and notes the same again.
///
/// *Heap*: as [StagePhase].
public final class PlanPhase {
    private static final String PLAN = ".plan";

    private final StagePhase stage;
    private final Ledger ledger;

    /// @param stage works on the same ledger
    /// @param ledger of the phase that is planned, see [PlannedLedger]
    public PlanPhase(StagePhase stage, Ledger ledger) {
        this.stage = stage;
        this.ledger = ledger;
    }

    /// What the plan of a phase is called where its tallies, lists and notes must not meet those of the load.
    public static String nameOf(String phase) {
        return phase + PLAN;
    }

    /// The phase under its plan's name.
    public static PhaseRun of(PhaseRun phase) {
        return new PhaseRun(phase.runId(), nameOf(phase.phase()), phase.object(), phase.loadBuckets(), phase.matchOn());
    }

    /// Plans a bucket and puts its tally.
    ///
    /// *Terms*: those of staging, and `create`, `update` and `link`, which add up to what is staged and not
    /// unchanged.
    ///
    /// @param phase as [#of] names it
    public Tally plan(
            PhaseRun phase,
            Bucket bucket,
            Stream<Map<String, Object>> canonical,
            Function<Map<String, Object>, List<Mapped>> mapper) {
        return stage.stage(phase, bucket, canonical, mapper, new Notes(phase));
    }

    /// Counts by what is written, and notes what is made.
    private final class Notes implements StagedSink {
        private final PhaseRun phase;
        private final List<LedgerEntry> made = new ArrayList<>();

        Notes(PhaseRun phase) {
            this.phase = phase;
        }

        @Override
        public void accept(StagedRecord record, StagingFiles files, Consumer<String> count) {
            switch (record.write()) {
                case INSERT -> {
                    count.accept("create");
                    made.add(new LedgerEntry.Sent(
                            record.key(), phase.runId(), phase.phase(), placeholder(record.key())));
                }
                case UPDATE -> count.accept("update");
                case FILL -> count.accept("link");
            }
        }

        @Override
        public void endOfBatch() {
            ledger.put(phase.object(), made);
            made.clear();
        }
    }

    // Stands for an id that the target has not given out yet.
    private static String placeholder(CanonicalId key) {
        return "planned:" + key.value();
    }
}
