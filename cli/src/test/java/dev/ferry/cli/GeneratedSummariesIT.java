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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A configuration that names AutoSummary: what is generated stands in the target, and was asked for once.
class GeneratedSummariesIT {
    private static final String CALL = "/autosummary/v1/free-text-summaries";
    private static final String HOUR = "/version=1/format=jsonl/dt=2026-03-01/hr=00/mi=00/";

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void aConversationWithoutASummaryGetsOneThatIsGenerated() throws IOException {
        Path export = directory.resolve("export");
        SampleExports.write(export, 2);
        String company = new ExportDirectory(export).inventory().company();
        addConversationOfAiServices(export, company);
        WorkDirectory work = new WorkDirectory(directory.resolve("work")).prepare();
        try (EmbeddedLocalCloud cloud = EmbeddedLocalCloud.start(
                work,
                new Setup(export, 0, "salesforce", Map.of(), new SourceSetup(company, Map.of())),
                new Installation(Path.of(System.getProperty("ferry.root", "..")), Clock.systemUTC()))) {
            cloud.description().write(work.cloudFile());
            Path config = directory.resolve("config.json");
            Files.writeString(config, """
                    {"migrationId":"%1$s","company":"%1$s","ownersPolicy":"DEFAULT_OWNER",
                    "source":{"bucket":"export","api":{"host":"%2$s","secretName":"ferry/asapp",
                    "generating":["free-text-summaries"]}},
                    "target":{"secretName":"ferry/salesforce","loginUrl":"%3$s"}}""".formatted(
                            company,
                            cloud.source().orElseThrow().apiUrl(),
                            cloud.target().url()));
            DemoRun ferry = new DemoRun(work.root());
            assertThat(ferry.command("run", "--config", config.toString(), "--migration", company))
                    .as(ferry.output())
                    .isIn(0, 2);
            cloud.dumpTarget(directory);
        }
        assertThat(Files.readString(directory.resolve("Case.jsonl"), StandardCharsets.UTF_8))
                .contains("\"Summary__c\":\"The customer wrote: My parcel is late.\"");
        List<String> calls = Files.readAllLines(work.root().resolve("asapp/calls.jsonl")).stream()
                .filter(call -> call.contains("/autosummary/"))
                .toList();
        assertThat(calls).isNotEmpty().allMatch(call -> call.contains(CALL));
        assertThat(calls)
                .as("one each for what has no summary; AutoSummary knows none of the sample's issues")
                .filteredOn(call -> call.contains("\"status\":200"))
                .hasSize(1);
        assertThat(Files.readString(work.root().resolve("report.html")))
                .contains("Answers that ASAPP generated for this migration");
    }

    private static void addConversationOfAiServices(Path export, String company) throws IOException {
        write(export, "fileexporter/staging_conversation_state" + HOUR + "s.jsonl", """
                {"conversation_id":"01GEN","external_conversation_id":"case-1","company_marker":"%s","dt":"2026-03-01",\
                "hr":"00","instance_ts":"2026-03-01 08:00:00","conversation_start_ts":"2026-03-01 08:00:00"}
                """.formatted(company));
        write(export, "fileexporter/staging_utterance_state" + HOUR + "u.jsonl", """
                {"conversation_id":"01GEN","message_id":"01MSG","company_marker":"%s","sender_type":"SENDER_CUSTOMER",\
                "chat_message_event_ts":"2026-03-01 08:00:00","instance_ts":"2026-03-01 08:00:00"}
                """.formatted(company));
        write(export, "api/conversations.jsonl", """
                {"conversation":{"id":"01GEN","externalId":"case-1","customer":{"externalId":"X1"}},"messages":[\
                {"messageId":"01MSG","text":"My parcel is late.","sender":{"role":"customer","externalId":"X1"},\
                "createdTimestamp":"2026-03-01T08:00:00Z","clientTimestamp":"2026-03-01T08:00:00Z"}]}
                """);
    }

    private static void write(Path export, String path, String rows) throws IOException {
        Path file = export.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, rows);
    }
}
