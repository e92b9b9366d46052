package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ferry.cli.cloud.AwsCloudSession;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.load.TargetForecast.Need;
import dev.ferry.core.plan.PlanJson;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.report.OutcomeCounts;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanIT {
    private static final String CONVERSATIONS = "12";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"salesforce", "intercom"})
    void aRunDoesWhatItsPlanSays(String target, @TempDir Path work) throws IOException {
        DemoRun planning = new DemoRun(work);
        PlanResults plan = plan(planning, work, target);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(PlanJson.schema(), InputFormat.JSON)
                        .validate(Files.readString(work.resolve("plan/plan.json")), InputFormat.JSON))
                .isEmpty();
        assertThat(plan.total().create()).isPositive();
        assertThat(planning.requests()).isNotEmpty().noneMatch(PlanIT::writes);
        assertThat(planning.output()).contains("Next:  ferry demo --plan " + plan.planId());

        DemoRun running = new DemoRun(work);
        int code = running.run("--target", target, "--plan", plan.planId());
        assertThat(code).as(running.output()).isIn(ExitCode.CLEAN.code(), ExitCode.FINISHED_WITH_REJECTS.code());
        RunResults results = RunResultsJson.read(Files.readAllBytes(work.resolve("run-results.json")));
        assertThat(results.run().runId()).isEqualTo(plan.planId());
        assertThat(counts(results)).isEqualTo(counts(plan));
        assertThat(results.hashes().targetSchema()).isEqualTo(plan.hashes().targetSchema());
        if (target.equals("intercom")) {
            assertThat(writesDone(work)).isEqualTo(need(plan, "API calls that write"));
        }

        PlanResults again = plan(new DemoRun(work), work, target);
        assertThat(again.total().create() + again.total().update()).isZero();
        assertThat(again.total().unchanged())
                .isEqualTo(plan.total().create() + plan.total().update());
    }

    @Test
    void aRunRefusesWhenTheMappingHasChangedSince(@TempDir Path temporary) throws IOException {
        Path home = temporary.resolve("home");
        copy("mappings", home);
        copy("statemachines", home);
        Path work = temporary.resolve("work");
        PlanResults plan = plan(new DemoRun(work, home), work, "salesforce");
        Path mapping = home.resolve("mappings/salesforce.yaml");
        Files.writeString(mapping, Files.readString(mapping).replaceFirst("title: Notes\n", "title: Remarks\n"));

        DemoRun running = new DemoRun(work, home);
        assertThat(running.run("--plan", plan.planId())).isEqualTo(ExitCode.ERROR.code());
        assertThat(running.errors())
                .singleElement()
                .asString()
                .startsWith("ferry: PLAN_CHANGED: ")
                .contains("the mapping has changed since plan " + plan.planId(), "plan again");
        assertThat(running.requests()).noneMatch(PlanIT::writes);
    }

    @Test
    void aRunRefusesWhenTheConfigurationOrTheTargetHasChangedSince(@TempDir Path work) throws Exception {
        PlanResults plan = plan(new DemoRun(work), work, "intercom");
        String config = new RunFiles(plan.planId()).config();
        byte[][] planned = new byte[1][];
        inCloud(work, (cloud, session) -> {
            try (InputStream in = session.work().open(config).orElseThrow()) {
                planned[0] = in.readAllBytes();
            }
            write(
                    session,
                    config,
                    (new String(planned[0], StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8));
        });

        assertThat(refused(work, plan, "the configuration")).isEmpty();

        inCloud(work, (cloud, session) -> {
            write(session, config, planned[0]);
            String attribute = """
                    {"name":"asapp_kind","data_type":"list","options":[{"label":"MESSAGING"},{"label":"CALL"},
                     {"label":"EMAIL"},{"label":"FAX"}]}""";
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(cloud.target().url() + "/conversations/attributes"))
                    .header("Authorization", "Bearer ferry-token")
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .header("Intercom-Version", "2.16")
                    .POST(HttpRequest.BodyPublishers.ofString(attribute))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
        });

        assertThat(refused(work, plan, "Conversation.asapp_kind"))
                .as("what was made in between")
                .containsExactly("POST /conversations/attributes");
    }

    /// What the target was asked to write so far.
    private static List<String> refused(Path work, PlanResults plan, String what) {
        DemoRun running = new DemoRun(work);
        assertThat(running.run("--target", "intercom", "--plan", plan.planId())).isEqualTo(ExitCode.ERROR.code());
        assertThat(running.errors())
                .as(running.output())
                .singleElement()
                .asString()
                .startsWith("ferry: PLAN_CHANGED: ")
                .contains(what, "has changed since plan " + plan.planId());
        return running.requests().stream().filter(PlanIT::writes).toList();
    }

    /// What is done between a plan and its run.
    @FunctionalInterface
    private interface Meanwhile {
        void happens(EmbeddedLocalCloud cloud, CloudSession session) throws Exception;
    }

    private static void inCloud(Path work, Meanwhile meanwhile) throws Exception {
        LocalCloud.Setup setup = new LocalCloud.Setup(work.resolve("sample-export"), 0, "intercom", Map.of(), null);
        EmbeddedLocalCloud.Installation installation =
                new EmbeddedLocalCloud.Installation(Path.of(System.getProperty("ferry.root", "..")), Clock.systemUTC());
        try (EmbeddedLocalCloud cloud = EmbeddedLocalCloud.start(new WorkDirectory(work), setup, installation);
                CloudSession session = AwsCloudSession.open(cloud.description(), Clock.systemUTC())) {
            meanwhile.happens(cloud, session);
        }
    }

    private static void write(CloudSession session, String name, byte[] content) throws IOException {
        try (WorkFile out = session.work().create(name)) {
            out.write(content);
            out.commit();
        }
    }

    private static PlanResults plan(DemoRun run, Path work, String target) throws IOException {
        int code = run.command("plan", "--target", target, "--conversations", CONVERSATIONS);
        assertThat(code).as(run.output()).isIn(ExitCode.CLEAN.code(), ExitCode.FINISHED_WITH_REJECTS.code());
        assertThat(work.resolve("plan/plan.html"))
                .content(StandardCharsets.UTF_8)
                .contains("What would happen");
        return PlanJson.read(Files.readAllBytes(work.resolve("plan/plan.json")));
    }

    /// By the workspace's own record. What it refuses, such as a message to a contact that it does not find yet, is
    /// sent again.
    private static long writesDone(Path work) throws IOException {
        long done = 0;
        for (String line : Files.readAllLines(work.resolve("intercom/calls.jsonl"))) {
            JsonNode call = JSON.readTree(line);
            if (call.path("done").asBoolean() && writes(call.path("route").asText())) {
                done++;
            }
        }
        return done;
    }

    private static void copy(String directory, Path home) throws IOException {
        Path from = Path.of(System.getProperty("ferry.root", ".."), directory);
        Path to = home.resolve(directory);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static long need(PlanResults plan, String what) {
        return plan.use().needs().stream()
                .filter(need -> need.what().equals(what))
                .mapToLong(Need::amount)
                .sum();
    }

    private static Map<String, String> counts(PlanResults plan) {
        Map<String, String> counts = new TreeMap<>();
        plan.phases()
                .forEach(phase -> counts.put(
                        phase.name(),
                        line(
                                phase.create(),
                                phase.update(),
                                phase.unchanged(),
                                phase.quarantined(),
                                phase.filtered())));
        return counts;
    }

    private static Map<String, String> counts(RunResults results) {
        Map<String, String> counts = new TreeMap<>();
        for (PhaseResult phase : results.phases()) {
            phase.loaded().ifPresent(loaded -> counts.put(phase.name(), line(loaded)));
        }
        return counts;
    }

    private static String line(OutcomeCounts loaded) {
        return line(loaded.created(), loaded.updated(), loaded.unchanged(), loaded.quarantined(), loaded.filtered());
    }

    private static String line(long create, long update, long unchanged, long quarantined, long filtered) {
        return "+%d ~%d =%d !%d, %d filtered".formatted(create, update, unchanged, quarantined, filtered);
    }

    private static boolean writes(String request) {
        return !request.startsWith("GET ")
                && !request.endsWith("/search")
                && !request.contains("/jobs/query")
                && !request.contains("/oauth2");
    }
}
