package dev.ferry.core.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.SendFirstChunk.Stores;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.Outcome;
import dev.ferry.core.work.JsonLines;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendFirstChunkTest {
    private static final ChunkLimits LIMITS = new ChunkLimits(1_000, 1 << 20, 3);
    private static final int MANY = 450;

    private final PhaseRun run = LoadBench.run("r1");

    @Test
    void sendsTwoHundredAloneAndThenTheRest() {
        LoadBench bench = bench(Crasher.never(), MANY);
        int first = send(bench);
        assertThat(first).isBetween(150, SendFirstChunk.MOST_RECORDS);
        assertThat(bench.target.inserts).isEqualTo(first);

        assertThat(bench.load(run).count("created")).isEqualTo(MANY);
        assertThat(bench.target.inserts).isEqualTo(MANY);
    }

    @Test
    void leavesAPhaseOfFewRecordsAndATargetThatGoesStepByStepToTheOrdinaryWay() {
        LoadBench few = bench(Crasher.never(), SendFirstChunk.MOST_RECORDS);
        assertThat(send(few)).isZero();
        LoadBench steps = bench(Crasher.never(), MANY);
        steps.target.stepsAtOnce = 3;
        assertThat(send(steps)).isZero();
        assertThat(few.target.inserts + steps.target.inserts).isZero();
    }

    @Test
    void stopsWhenTheTargetWritesOverWhatWasSent() {
        LoadBench bench = bench(Crasher.never(), MANY);
        bench.target.automation = fields -> {
            TreeMap<String, FieldValue> changed = new TreeMap<>(fields);
            changed.put("CreatedDate", new FieldValue.Text("today"));
            return changed;
        };
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> send(bench))
                    .isInstanceOfSatisfying(
                            FerryException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TARGET_SCHEMA))
                    .hasMessageContaining("nothing else of it was sent")
                    .hasMessageContaining("CreatedDate, for example of asapp:acme:issue:")
                    .hasMessageNotContaining("today");
            assertThat(bench.target.inserts).as("also when it is redriven").isLessThanOrEqualTo(200);
        }
        try (Stream<Map<String, Object>> lines = JsonLines.read(bench.work, run.listFile("different", "first"))) {
            assertThat(lines).hasSize(bench.target.inserts);
        }
    }

    @Test
    void looksAtRefusalsAloneWhereTheTargetShowsNothingById() {
        LoadBench bench = bench(Crasher.never(), MANY);
        bench.target.shows = false;
        bench.target.automation = _ -> new TreeMap<>();
        assertThat(send(bench)).isPositive();
    }

    @Test
    void stopsWhenMuchOfItIsRefused() {
        LoadBench bench = bench(Crasher.never(), MANY);
        IntStream.range(0, MANY)
                .filter(number -> number % 3 == 0)
                .forEach(number -> bench.target.refuse(
                        LoadBench.key(number),
                        new Outcome.Failed("FIELD_FILTER_VALIDATION", "AccountId", "no", "Look.", false)));
        assertThatThrownBy(() -> send(bench)).hasMessageContaining("phase Case stopped");
        assertThat(bench.target.inserts).isLessThan(SendFirstChunk.MOST_RECORDS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void deathAtAnyPointSendsNoSecondFirstChunk(long seed) {
        LoadBench bench = bench(new Crasher(seed, 0.02), MANY);
        int first = -1;
        while (first < 0) {
            try {
                first = send(bench);
            } catch (Crasher.Killed killed) {
                // The next turn is the new process.
            }
        }
        assertThat(bench.target.inserts).isEqualTo(first).isPositive();
        assertThat(send(bench)).as("repeated after its end").isEqualTo(first);
        assertThat(bench.target.inserts).isEqualTo(first);
        assertThat(bench.load(run).count("created")).isEqualTo(MANY);
    }

    private LoadBench bench(Crasher crasher, int records) {
        LoadBench bench = new LoadBench(new FakeTarget(crasher), LIMITS);
        bench.stage(
                run,
                IntStream.range(0, records)
                        .mapToObj(number -> LoadBench.record(number, "s" + number))
                        .toList());
        bench.tallies.put(run.runId(), Tally.of(run.tallyPhase("stage"), "00000", Map.of("staged", (long) records)));
        return bench;
    }

    private int send(LoadBench bench) {
        SettleChunk settle = new SettleChunk(
                bench.work,
                bench.ledger,
                bench.jobs,
                Clock.systemUTC(),
                new PhaseBreaker(bench.tallies, PhaseBreaker.Limits.standard()));
        return new SendFirstChunk(
                        new Stores(bench.work, bench.ledger, bench.jobs, bench.tallies), LIMITS, settle, bench.target)
                .send(run, _ -> bench.target);
    }
}
