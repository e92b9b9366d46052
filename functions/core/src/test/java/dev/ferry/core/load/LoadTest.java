package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.FerryException;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.Outcome;
import dev.ferry.core.work.JsonLines;
import java.util.List;
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
        try (Stream<java.util.Map<String, Object>> lines =
                JsonLines.read(bench.work, first.listFile("failed", "00000"))) {
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
        try (Stream<java.util.Map<String, Object>> lines =
                JsonLines.read(bench.work, first.listFile("missing", "target"))) {
            assertThat(lines.map(line -> line.get("key")))
                    .containsExactly(LoadBench.key(2).value());
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
