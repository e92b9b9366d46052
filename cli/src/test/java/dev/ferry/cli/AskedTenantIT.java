package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.cloud.LocalCloud.Setup;
import dev.ferry.cli.cloud.LocalCloud.SourceSetup;
import dev.ferry.cli.demo.ExportDirectory;
import dev.ferry.cli.embedded.EmbeddedLocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud.Installation;
import dev.ferry.cli.embedded.SampleExports;
import dev.ferry.cli.work.WorkDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A run that has to ask the tenant for what no feed has: the text of two conversations, of which ASAPP refuses one,
/// and their summaries, since its configuration names AutoSummary.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedTenantIT {
    private static final String CALL = "/autosummary/v1/free-text-summaries";
    private static final String HOUR = "/version=1/format=jsonl/dt=2026-03-01/hr=00/mi=00/";
    private static final String REFUSED = "02BAD";

    private Path work = Path.of(".");
    private String cases = "";
    private int exitCode;

    @BeforeAll
    void run(@TempDir Path directory) throws IOException {
        Path export = directory.resolve("export");
        SampleExports.write(export, 2);
        String company = new ExportDirectory(export).inventory().company();
        addConversationsOfAiServices(export, company);
        WorkDirectory place = new WorkDirectory(directory.resolve("work")).prepare();
        work = place.root();
        Map<String, String> knobs = Map.of("refusedConversations", "[\"%s\"]".formatted(REFUSED));
        try (EmbeddedLocalCloud cloud = EmbeddedLocalCloud.start(
                place,
                new Setup(export, 0, "salesforce", Map.of(), new SourceSetup(company, knobs)),
                new Installation(Path.of(System.getProperty("ferry.root", "..")), Clock.systemUTC()))) {
            cloud.description().write(place.cloudFile());
            Path config = directory.resolve("config.json");
            Files.writeString(config, """
                    {"migrationId":"%1$s","company":"%1$s","ownersPolicy":"DEFAULT_OWNER",
                    "source":{"bucket":"export","api":{"host":"%2$s","secretName":"ferry/asapp",
                    "generating":["free-text-summaries"]}},
                    "target":{"secretName":"ferry/salesforce","loginUrl":"%3$s"}}""".formatted(
                            company,
                            cloud.source().orElseThrow().apiUrl(),
                            cloud.target().url()));
            exitCode = new DemoRun(work).command("run", "--config", config.toString(), "--migration", company);
            cloud.dumpTarget(directory);
        }
        cases = Files.readString(directory.resolve("Case.jsonl"), StandardCharsets.UTF_8);
    }

    @Test
    void aConversationWithoutASummaryGetsOneThatIsGenerated() throws IOException {
        assertThat(cases).contains("\"Summary__c\":\"The customer wrote: My parcel is late.\"");
        List<String> calls = Files.readAllLines(work.resolve("asapp/calls.jsonl")).stream()
                .filter(call -> call.contains("/autosummary/"))
                .toList();
        assertThat(calls).isNotEmpty().allMatch(call -> call.contains(CALL));
        assertThat(calls)
                .as("one each for what has no summary; AutoSummary knows none of the sample's issues")
                .filteredOn(call -> call.contains("\"status\":200"))
                .hasSize(2);
        assertThat(work.resolve("report.html"))
                .content(StandardCharsets.UTF_8)
                .contains("Answers that ASAPP generated for this migration");
    }

    @Test
    void aQuestionThatIsRefusedIsNamedAndTheRestGoesOn() {
        assertThat(exitCode).as("something is listed").isEqualTo(2);
        assertThat(work.resolve("lists/quarantined.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("question to the source's API", "conversation " + REFUSED, "400-01", "number of the request");
    }

    private static void addConversationsOfAiServices(Path export, String company) throws IOException {
        String state = """
                {"conversation_id":"%1$s","external_conversation_id":"case-%1$s","company_marker":"%2$s",\
                "dt":"2026-03-01","hr":"00","instance_ts":"2026-03-01 08:00:00",\
                "conversation_start_ts":"2026-03-01 08:00:00"}
                """;
        String utterance = """
                {"conversation_id":"%1$s","message_id":"%1$sM","company_marker":"%2$s","sender_type":"SENDER_CUSTOMER",\
                "chat_message_event_ts":"2026-03-01 08:00:00","instance_ts":"2026-03-01 08:00:00"}
                """;
        String conversation = """
                {"conversation":{"id":"%1$s","externalId":"case-%1$s","customer":{"externalId":"X1"}},"messages":[\
                {"messageId":"%1$sM","text":"My parcel is late.","sender":{"role":"customer","externalId":"X1"},\
                "createdTimestamp":"2026-03-01T08:00:00Z","clientTimestamp":"2026-03-01T08:00:00Z"}]}
                """;
        write(export, "fileexporter/staging_conversation_state" + HOUR + "s.jsonl", both(state, company));
        write(export, "fileexporter/staging_utterance_state" + HOUR + "u.jsonl", both(utterance, company));
        write(export, "api/conversations.jsonl", both(conversation, company));
    }

    private static String both(String row, String company) {
        return row.formatted("01GEN", company) + row.formatted(REFUSED, company);
    }

    private static void write(Path export, String path, String rows) throws IOException {
        Path file = export.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, rows);
    }
}
