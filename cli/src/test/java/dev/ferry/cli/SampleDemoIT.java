package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.progress.ReadCost;
import dev.ferry.cli.progress.RunInput;
import dev.ferry.core.cost.BillingUnit;
import dev.ferry.core.cost.RunCost;
import dev.ferry.core.report.Adjustment;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Runs `ferry demo` twice on a sample that is made, as somebody does who has nothing but this repository.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleDemoIT {
    private static final String CONVERSATIONS = "12";

    private Path work = Path.of(".");
    private DemoRun first = new DemoRun(work);
    private DemoRun second = new DemoRun(work);
    private Snapshot afterFirst = Snapshot.NONE;
    private Optional<RunCost> cost = Optional.empty();
    private Snapshot afterSecond = Snapshot.NONE;

    @BeforeAll
    void runTwice(@TempDir Path directory) throws IOException {
        work = directory;
        first = new DemoRun(work).beforeEnd(cloud -> cost = cost(cloud));
        second = new DemoRun(work);
        int code = first.run("--conversations", CONVERSATIONS);
        assertThat(code).as(first.output()).isIn(ExitCode.CLEAN.code(), ExitCode.FINISHED_WITH_REJECTS.code());
        afterFirst = Snapshot.of(work, code);
        code = second.run("--conversations", CONVERSATIONS);
        assertThat(code).as(second.output()).isIn(ExitCode.CLEAN.code(), ExitCode.FINISHED_WITH_REJECTS.code());
        afterSecond = Snapshot.of(work, code);
    }

    private static Optional<RunCost> cost(CloudSession cloud) {
        String arn = cloud.executions().latest("migration").getFirst().arn();
        return new ReadCost(cloud)
                .of(RunInput.run(cloud.executions().describe(arn).input()));
    }

    @Test
    void exitCodeSaysWhatTheResultsSay() {
        assertThat(Stream.of(afterFirst, afterSecond))
                .allSatisfy(after -> assertThat(after.exitCode())
                        .isEqualTo(ExitCode.of(after.results().status()).code()));
    }

    @Test
    void everyConversationIsACaseOrListedAsPartOfOne() throws IOException {
        long cases = afterFirst.target().getOrDefault("Case.jsonl", "").lines().count();
        long merged = Files.readString(work.resolve("lists/merged.csv"))
                .lines()
                .filter(line -> line.startsWith("conversation,"))
                .count();
        assertThat(cases + merged).isEqualTo(Long.parseLong(CONVERSATIONS));
    }

    @Test
    void everyAdjustedValueIsListedWithItsRecord() throws IOException {
        long counted = afterSecond.results().adjustments().stream()
                .mapToLong(Adjustment::count)
                .sum();
        assertThat(counted).isPositive();
        assertThat(work.resolve("lists/adjusted.csv"))
                .content(StandardCharsets.UTF_8)
                .startsWith("object,key,field,rule");
        assertThat(Files.readAllLines(work.resolve("lists/adjusted.csv"))).hasSize(1 + Math.toIntExact(counted));
    }

    @Test
    void booksBalanceInBothRuns() {
        assertThat(Stream.of(afterFirst, afterSecond).flatMap(after -> after.results().phases().stream()))
                .isNotEmpty()
                .allSatisfy(phase ->
                        assertThat(phase.books().balanced()).as(phase.name()).isTrue());
    }

    @Test
    void everyPhaseHasLeftItsBill() {
        RunCost billed = cost.orElseThrow();
        assertThat(billed.used()).containsKeys("run", "extract", "assemble", "Case", "EmailMessage");
        assertThat(billed.used()).allSatisfy((phase, used) -> {
            assertThat(used.of(BillingUnit.REQUESTS)).as(phase).isPositive();
            assertThat(used.of(BillingUnit.GB_SECONDS)).as(phase).isPositive();
        });
        assertThat(billed.used().get("extract"))
                .satisfies(used -> assertThat(used.of(BillingUnit.WRITE_UNITS)).isGreaterThan(100));
    }

    @Test
    void resultsFollowTheirSchema() {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(RunResultsJson.schema(), InputFormat.JSON)
                        .validate(afterFirst.json(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void reportIsOnePageThatNamesTheRun() throws IOException {
        assertThat(work.resolve("report.html"))
                .content(StandardCharsets.UTF_8)
                .contains("<html", afterSecond.results().run().runId());
    }

    @Test
    void secondRunFindsEveryRecordUnchanged() {
        assertThat(afterSecond.results().phases()).allSatisfy(phase -> {
            Map<String, Long> terms = phase.books().terms();
            assertThat(terms.getOrDefault("created", 0L)).as(phase.name()).isZero();
            assertThat(terms.getOrDefault("updated", 0L)).as(phase.name()).isZero();
            assertThat(terms.getOrDefault("failed", 0L)).as(phase.name()).isZero();
        });
        assertThat(loaded(afterSecond, "unchanged"))
                .isEqualTo(loaded(afterFirst, "created"))
                .isNotEmpty();
    }

    /// The dumps hold LastModifiedDate and SystemModstamp, which every write would have moved.
    @Test
    void secondRunLeavesTheOrgAsItWasToTheByte() {
        assertThat(afterSecond.target()).isEqualTo(afterFirst.target());
    }

    @Test
    void secondRunAsksTheOrgForNoWrite() {
        assertThat(first.requests()).anyMatch(SampleDemoIT::writes);
        assertThat(second.requests()).isNotEmpty().noneMatch(SampleDemoIT::writes);
    }

    /// Logs and metrics, the inputs, outputs and errors of state machines, and what the command line prints.
    @Test
    void nothingPersonalIsLoggedMeasuredPassedBetweenStatesOrPrinted() {
        PersonalValues personal = PersonalValues.of(afterFirst.target());
        assertThat(personal.values()).anyMatch(value -> value.contains("@")).hasSizeGreaterThan(20);

        assertThat(personal.foundIn(work.resolve("cloud/logs"), work.resolve("cloud/stepfunctions")))
                .isEmpty();
        assertThat(personal.first(first.output() + second.output())).isEmpty();
    }

    private static boolean writes(String request) {
        return !request.startsWith("GET ")
                && (request.contains("/jobs/ingest")
                        || request.contains("/composite")
                        || request.contains("/sobjects"));
    }

    private static Map<String, Long> loaded(Snapshot after, String term) {
        Map<String, Long> counts = new TreeMap<>();
        for (PhaseResult phase : after.results().phases()) {
            Long count = phase.books().terms().get(term);
            if (count != null && count > 0) {
                counts.put(phase.name(), count);
            }
        }
        return counts;
    }

    /// What a run left behind.
    ///
    /// @param target the dump of each object by file name
    private record Snapshot(int exitCode, String json, Map<String, String> target) {
        static final Snapshot NONE = new Snapshot(-1, "", Map.of());

        static Snapshot of(Path work, int exitCode) throws IOException {
            Map<String, String> target = new TreeMap<>();
            try (Stream<Path> files = Files.list(work.resolve("target"))) {
                files.forEach(file -> target.put(String.valueOf(file.getFileName()), read(file)));
            }
            return new Snapshot(exitCode, read(work.resolve("run-results.json")), target);
        }

        RunResults results() {
            return RunResultsJson.read(json.getBytes(StandardCharsets.UTF_8));
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
