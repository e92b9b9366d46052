package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.mapping.Mapped;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.core.target.TargetRecord;
import dev.ferry.core.work.JsonLines;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StagePhaseTest {
    private static final int RECORDS = 20;

    private final FakeTarget target = new FakeTarget(Crasher.never());
    private final LoadBench bench = new LoadBench(target, new ChunkLimits(10, 1 << 20, 3));
    private final PhaseRun first = LoadBench.run("r1");

    @Test
    void stagesTheSameAgainAfterLoadingWhatTheLedgerKnewNothingOf() {
        target.refuse(LoadBench.key(3), new Outcome.Failed("CODE", "Subject", "reason", "hint", false));
        List<Map<String, Object>> before = stage(first, Set.of(LoadBench.CASE));
        bench.load(first);

        assertThat(before).hasSize(RECORDS);
        assertThat(stage(first, Set.of(LoadBench.CASE))).isEqualTo(before);
        assertThat(stage(first, Set.of())).isEqualTo(before);
    }

    @Test
    void asksTheLedgerForNoRecordOfAnUntouchedObject() {
        Ledger refusing = new Ledger() {
            @Override
            public Map<CanonicalId, LedgerEntry> find(ObjectName object, Collection<CanonicalId> keys) {
                throw new AssertionError("asked for " + keys.size() + " of " + object);
            }

            @Override
            public void put(ObjectName object, Collection<? extends LedgerEntry> entries) {
                assertThat(entries).isEmpty();
            }

            @Override
            public boolean knows(ObjectName object) {
                return false;
            }

            @Override
            public Stream<LedgerEntry> all(ObjectName object) {
                return Stream.empty();
            }
        };

        assertThat(stage(first, Set.of(LoadBench.CASE), refusing)).hasSize(RECORDS);
    }

    @Test
    void leavesOutWhatStandsUnchangedSinceAnEarlierRun() {
        stage(first, Set.of(LoadBench.CASE));
        bench.load(first);

        assertThat(stage(LoadBench.run("r2"), Set.of())).isEmpty();
    }

    private List<Map<String, Object>> stage(PhaseRun run, Set<ObjectName> untouched) {
        return stage(run, untouched, bench.ledger);
    }

    private List<Map<String, Object>> stage(PhaseRun run, Set<ObjectName> untouched, Ledger ledger) {
        Stream<Map<String, Object>> canonical =
                IntStream.range(0, RECORDS).mapToObj(number -> Map.<String, Object>of("number", number));
        new StagePhase(bench.work, ledger, bench.tallies, target, untouched)
                .stage(run, new Bucket(0), canonical, record -> List.of(mapped(record)));
        return bench.work.list(run.stagedPrefix(0)).stream()
                .flatMap(this::lines)
                .toList();
    }

    private Stream<Map<String, Object>> lines(String file) {
        try (Stream<Map<String, Object>> lines = JsonLines.read(bench.work, file)) {
            return lines.toList().stream();
        }
    }

    private static Mapped mapped(Map<String, Object> canonical) {
        int number = (Integer) canonical.getOrDefault("number", 0);
        return new Mapped.Record(
                TargetRecord.of(
                        LoadBench.CASE,
                        LoadBench.key(number),
                        "account-" + number % 7,
                        Map.of("Subject", new FieldValue.Text("s" + number))),
                List.of());
    }
}
