package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.core.work.JsonLines;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final FakeTarget target = new FakeTarget(Crasher.never());
    private final LoadBench bench = new LoadBench(target, new ChunkLimits(10, 1 << 20, 3));
    private final PhaseRun first = LoadBench.run("r1");

    private static List<StagedRecord> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> LoadBench.record(number, "s" + number))
                .toList();
    }

    private static Outcome.Failed failure(boolean retriable) {
        return new Outcome.Failed("STRING_TOO_LONG", "Subject", "too long", "Cut it.", retriable);
    }

    @Test
    void listsARefusedRecordByNameAndSendsItsNeighbours() {
        target.refuse(LoadBench.key(3), failure(false));
        bench.stage(first, records(5));

        Tally tally = bench.load(first);

        assertThat(tally.count("created")).isEqualTo(4);
        assertThat(tally.count("failed")).isEqualTo(1);
        try (Stream<Map<String, Object>> lines = JsonLines.read(bench.work, first.listFile("failed", "00000"))) {
            assertThat(lines.map(line -> line.get("key") + " " + line.get("code")))
                    .containsExactly(LoadBench.key(3) + " STRING_TOO_LONG");
        }
    }

    @Test
    void givesUpARetriableRecordAfterItsLastAttempt() {
        target.refuse(LoadBench.key(0), failure(true));
        bench.stage(first, records(1));

        assertThat(bench.load(first).count("failed")).isEqualTo(1);
    }

    @Test
    void sendsAFailedRecordAgainInTheNextRun() {
        target.refuse(LoadBench.key(0), failure(false));
        bench.stage(first, records(2));
        bench.load(first);
        target.accept(LoadBench.key(0));
        PhaseRun second = LoadBench.run("r2");
        bench.stage(second, records(2).subList(0, 1));

        assertThat(bench.load(second).count("created")).isEqualTo(1);
    }

    @Test
    void settlesAChunkStepByStepAndSendsNothingTwice() {
        target.stepsAtOnce = 3;
        target.refuse(LoadBench.key(1), failure(false));
        bench.stage(first, records(8));

        Tally tally = bench.load(first);

        assertThat(target.steps).isEqualTo(3);
        assertThat(target.inserts).isEqualTo(7);
        assertThat(tally.count("created")).isEqualTo(7);
        assertThat(tally.count("failed")).isEqualTo(1);
    }

    @Test
    void sendsNothingOfALoadBucketWhoseOutcomesAreGone() {
        bench.stage(first, records(2));
        bench.load(first);
        try (JsonLines.Writer none =
                JsonLines.write(bench.work, first.outcomeFile(new ChunkId("r1", first.phase(), 0, 0)))) {
            none.commit();
        }

        assertThatThrownBy(() -> bench.load(first))
                .isInstanceOf(FerryException.class)
                .hasMessageContaining("outcomes of a settled chunk are gone");
        assertThat(target.inserts).isEqualTo(2);
    }

    @Test
    void readBackNamesWhatDiffersAndWhatIsMissing() {
        bench.stage(first, records(4));
        Tally sent = bench.load(first);
        target.damage(LoadBench.key(1), "Subject", new FieldValue.Text("somebody else's"));
        target.remove(LoadBench.key(2));

        Tally read = bench.readBack(first);

        assertThat(read.count("found")).isEqualTo(3);
        assertThat(read.count("different")).isEqualTo(1);
        assertThat(read.count("missing")).isEqualTo(1);
        assertThat(read.digest()).isNotEqualTo(sent.digest());
        try (Stream<Map<String, Object>> lines = JsonLines.read(bench.work, first.listFile("missing", "target"))) {
            assertThat(lines.map(line -> line.get("key")))
                    .containsExactly(LoadBench.key(2).value());
        }
    }

    /// The target answers each share with everything; each looks at its own, and together they say what one would.
    @Test
    void sharesOfAReadBackSayTogetherWhatTheWholeSays() {
        bench.stage(first, records(60));
        bench.load(first);
        target.damage(LoadBench.key(1), "Subject", new FieldValue.Text("somebody else's"));
        target.remove(LoadBench.key(2));
        target.make(LoadBench.key(1_000));

        List<Tally> shares = IntStream.range(0, 3)
                .mapToObj(number -> bench.readBack(first, target, new ReadShare(number, 3)))
                .toList();

        assertThat(shares).extracting(Tally::unit).containsExactly("target-00000", "target-00001", "target-00002");
        assertThat(shares).allMatch(share -> share.count("found") > 5);
        assertThat(shares.stream().map(Tally::digest).reduce(RecordDigest.EMPTY, RecordDigest::plus))
                .isEqualTo(bench.readBack(first).digest());
        assertThat(total(shares, "found")).isEqualTo(59);
        assertThat(total(shares, "different")).isEqualTo(1);
        assertThat(listed("different")).containsExactly(LoadBench.key(1).value());
        assertThat(listed("missing")).containsExactly(LoadBench.key(2).value());
        assertThat(listed("foreign")).containsExactly(LoadBench.key(1_000).value());
    }

    private static long total(List<Tally> shares, String term) {
        return shares.stream().mapToLong(share -> share.count(term)).sum();
    }

    private List<Object> listed(String list) {
        return IntStream.range(0, 3)
                .mapToObj(number -> first.listFile(list, new ReadShare(number, 3).unit()))
                .flatMap(file -> {
                    try (Stream<Map<String, Object>> lines = JsonLines.read(bench.work, file)) {
                        return lines.map(line -> Objects.requireNonNull(line.get("key"))).toList().stream();
                    }
                })
                .toList();
    }

    @Test
    void readsAShareOfATargetThatIsAskedById() {
        bench.stage(first, records(60));
        bench.load(first);
        TargetReader byParent = new ByParent(target);

        List<Tally> shares = IntStream.range(0, 4)
                .mapToObj(number -> bench.readBack(first, byParent, new ReadShare(number, 4)))
                .toList();

        assertThat(total(shares, "found")).isEqualTo(60);
        assertThat(total(shares, "missing")).isZero();
    }

    /// Asks for what it is told to expect, ten records at a time that hang on one parent.
    private record ByParent(FakeTarget target) implements TargetReader {
        @Override
        public String together(ObjectName object, LedgerEntry entry) {
            return entry.key().value().substring(0, entry.key().value().length() - 1);
        }

        @Override
        public SortedMap<String, FieldValue> comparable(ObjectName object, SortedMap<String, FieldValue> fields) {
            return target.comparable(object, fields);
        }

        @Override
        public ChunkLoader.JobRef open(ObjectName object) {
            return target.open(object);
        }

        @Override
        public ChunkLoader.JobState poll(ChunkLoader.JobRef job) {
            return target.poll(job);
        }

        @Override
        public Stream<ReadRecord> read(ObjectName object, ChunkLoader.JobRef job, ExpectedRecords expected) {
            Set<CanonicalId> asked = expected.of(object).map(LedgerEntry::key).collect(Collectors.toSet());
            assertThat(asked.size() % 10).isZero();
            return target.read(object, job, expected).filter(record -> asked.contains(record.key()));
        }
    }

    @Test
    void cutsChunksBetweenLockGroups() {
        List<ChunkCutter.Waiting> waiting = records(14).stream()
                .map(record -> new ChunkCutter.Waiting(record, 0))
                .toList();

        List<ChunkCutter.Waiting> chunk = new ChunkCutter(new ChunkLimits(5, 1 << 20, 3)).cut(waiting);

        assertThat(chunk.stream().map(item -> item.record().lockGroup()))
                .containsExactly("account-0", "account-0", "account-1", "account-1");
    }
}
