package dev.ferry.cli.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A run whose process is killed at random points and started again ends like one that nobody disturbed.
///
/// Takes several minutes; `-Dferry.kills=3` makes it shorter while working on something else.
class KilledDemoIT {
    private static final long SEED = 20_260_302;
    private static final int KILLS = Integer.getInteger("ferry.kills", 50);
    private static final int CONVERSATIONS = 3;

    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void endsLikeAnUndisturbedRunHoweverOftenItIsKilled(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        TrainedStart start = TrainedStart.in(directory.resolve("start"));
        Ended undisturbed = undisturbed(directory.resolve("undisturbed"), start);
        Random random = new Random(SEED);
        int kills = 0;
        for (int life = 1; kills < KILLS; life++) {
            DemoProcess demo = demo(directory.resolve("killed-" + life), start.trained());
            OptionalInt code = OptionalInt.empty();
            while (code.isEmpty()) {
                code = demo.run(kills < KILLS ? KillPoint.next(random) : new KillPoint.Never());
                kills += code.isEmpty() ? 1 : 0;
            }
            assertThat(ended(demo, code.orElseThrow()))
                    .as("life %d, %d kills in all, seed %d, see %s", life, kills, SEED, demo.output())
                    .isEqualTo(undisturbed);
            assertThat(changesOfAnotherRun(demo)).isZero();
        }
        assertThat(kills).isEqualTo(KILLS);
    }

    private Ended undisturbed(Path work, TrainedStart start) {
        int code = demo(work, start.training()).toItsEnd();
        assertThat(start.cache()).exists();
        DemoProcess demo = demo(work, start.trained());
        Ended ended = ended(demo, code);
        assertThat(ended.target().records().get("Case.jsonl")).hasSize(CONVERSATIONS);
        assertThat(ended.target().records().get("ContentDocumentLink.jsonl")).isNotEmpty();
        assertThat(changesOfAnotherRun(demo)).isZero();
        return ended;
    }

    private long changesOfAnotherRun(DemoProcess demo) {
        EndState before = EndState.of(demo.work(), began);
        String runBefore = results(demo).run().runId();
        demo.toItsEnd();
        assertThat(results(demo).run().runId()).isNotEqualTo(runBefore);
        assertThat(EndState.of(demo.work(), began)).isEqualTo(before);
        return results(demo).phases().stream()
                .flatMap(phase -> phase.loaded().stream())
                .mapToLong(counts -> counts.created() + counts.updated())
                .sum();
    }

    private static DemoProcess demo(Path work, List<String> start) {
        return new DemoProcess(Path.of(System.getProperty("ferry.root", "..")), work, CONVERSATIONS, start);
    }

    private Ended ended(DemoProcess demo, int code) {
        Map<String, Map<String, Long>> books = new TreeMap<>();
        for (PhaseResult phase : results(demo).phases()) {
            assertThat(phase.books().balanced()).as(phase.name()).isTrue();
            books.put(phase.name(), new TreeMap<>(phase.books().terms()));
        }
        return new Ended(code, books, EndState.of(demo.work(), began));
    }

    private static RunResults results(DemoProcess demo) {
        try {
            return RunResultsJson.read(Files.readAllBytes(demo.work().resolve("run-results.json")));
        } catch (IOException e) {
            throw new UncheckedIOException("no results, see " + demo.output(), e);
        }
    }

    /// How a run has ended.
    private record Ended(int exitCode, Map<String, Map<String, Long>> books, EndState target) {}
}
