package dev.ferry.asapp.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.client.summary.FreeTextSummary;
import dev.ferry.asapp.client.summary.Intent;
import dev.ferry.asapp.client.summary.StructuredData;
import dev.ferry.asapp.client.summary.SummaryKey;
import dev.ferry.core.source.EntityKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the configuration names is generated once, for conversations of which no feed has it.
class GenerationTest {
    private static final String ISSUE = "asapp:acme:issue:7";
    private static final String CONVERSATION = "asapp:acme:conv:01A";

    @TempDir
    private Path export;

    private InMemoryMigration migration = new InMemoryMigration(new LocalDirectorySource(Path.of(".")), settings());

    @BeforeEach
    void readTwoConversationsAndASilentOne() throws IOException {
        batch("convos_metadata", """
                {"issue_id":7,"company_name":"acme","issue_created_ts":"2026-03-01 08:00:00"}
                {"issue_id":8,"company_name":"acme","issue_created_ts":"2026-03-01 08:00:00"}
                """);
        batch("utterances", """
                {"issue_id":7,"company_name":"acme","event_uuid":"u1","created_ts":"2026-03-01 08:00:01",\
                "sender_type":"customer","utterance":"hello"}
                """);
        exporter("staging_utterance_state", """
                {"conversation_id":"01A","company_marker":"acme","message_id":"M1","sender_type":"SENDER_CUSTOMER",\
                "chat_message_event_ts":"2026-03-01 09:00:00","instance_ts":"2026-03-01 09:00:00"}
                """);
        migration = new InMemoryMigration(new LocalDirectorySource(export), settings());
    }

    @Test
    void nothingIsGeneratedThatIsNotNamed() {
        read();
        assertThat(migration.planConversationReads().generation()).isEqualTo(GenerationPlan.NONE);
    }

    @Test
    void aConversationIsAskedForByExactlyOneIdAndASilentOneNotAtAll() {
        read();
        assertThat(names(GeneratingCall.INTENT, GeneratingCall.FREE_TEXT_SUMMARIES))
                .containsExactlyInAnyOrder(
                        "free-text-summaries/issueId/7",
                        "intent/issueId/7",
                        "free-text-summaries/conversationId/01A",
                        "intent/conversationId/01A");
    }

    @Test
    void whatAFeedHasIsSaved() throws IOException {
        exporter("autosummary_free_text", """
                {"conversation_id":"01A","company_marker":"acme","summary_id":"s1","autosummary_free_text":"Said hello.",\
                "autosummary_free_text_ts":"2026-03-01 10:00:00","instance_ts":"2026-03-01 10:00:00"}
                """);
        exporter("autosummary_structured_data", """
                {"conversation_id":"01A","company_marker":"acme","structured_data_id":"d1",\
                "structured_data_field_id":"q","structured_data_field_value":"Yes","instance_ts":"2026-03-01 10:00:00"}
                """);
        batch("convos_intents", "{\"issue_id\":7,\"company_name\":\"acme\",\"final_intent_code\":\"BILL\"}\n");
        batch("rep_assignment_disposition", """
                {"issue_id":7,"company_name":"acme","rep_id":"3","rep_assigned_ts":"2026-03-01 08:00:02",\
                "auto_summary_txt":"The customer said hello."}
                """);
        read();
        assertThat(names(GeneratingCall.values()))
                .containsExactlyInAnyOrder("structured-data/issueId/7", "intent/conversationId/01A");
        assertThat(plan(GeneratingCall.values()).saved()).isEqualTo(4);
    }

    @Test
    void whatWasGeneratedArrivesInTheRecordAndIsNotGeneratedAgain() {
        stage(GeneratingCall.FREE_TEXT_SUMMARIES, new FreeTextSummary("01B", "s9", "Said hello."));
        stage(
                GeneratingCall.STRUCTURED_DATA,
                new StructuredData("01B", "d9", List.of(new StructuredData.Value("q_done", "Done", "Yes"))));
        stage(GeneratingCall.INTENT, new Intent("01B", "BILL", "Billing"));
        read();
        JsonNode record = conversation(ISSUE);
        assertThat(record.path("summary").toString())
                .isEqualTo("{\"text\":\"Said hello.\",\"source\":\"GENERATED\",\"id\":\"s9\"}");
        assertThat(record.at("/structuredData/0/fieldId").asText()).isEqualTo("q_done");
        assertThat(record.at("/structuredData/0/value").asText()).isEqualTo("Yes");
        assertThat(record.at("/intent/finalName").asText()).isEqualTo("Billing");
        assertThat(record.path("channels").toString()).contains("SUMMARY_API");
        assertThat(record.path("conversationId").asText())
                .as("a question by issue is answered with the conversation that it is one with")
                .isEqualTo("01B");
        assertThat(plan(GeneratingCall.values()).before()).isEqualTo(3);
        assertThat(names(GeneratingCall.values())).allMatch(name -> name.endsWith("conversationId/01A"));
    }

    @Test
    void anAnswerThatHoldsNothingIsNotAskedForAgain() {
        Generation asked =
                new Generation(GeneratingCall.INTENT, new SummaryKey.ByConversation(new ConversationId("01A")));
        migration.generated().stage(asked, Generated.of(new Intent("01A", "NO_INTENT", "")));
        read();
        assertThat(conversation(CONVERSATION).path("intent").isMissingNode()).isTrue();
        assertThat(names(GeneratingCall.INTENT)).containsExactly("intent/issueId/7");
    }

    @Test
    void theWordingOfAFeedOutranksWhatWasGenerated() throws IOException {
        stage(GeneratingCall.FREE_TEXT_SUMMARIES, new FreeTextSummary("01B", "s9", "Generated."));
        batch("rep_assignment_disposition", """
                {"issue_id":7,"company_name":"acme","rep_id":"3","rep_assigned_ts":"2026-03-01 08:00:02",\
                "auto_summary_txt":"Of the feed."}
                """);
        read();
        assertThat(conversation(ISSUE).at("/summary/text").asText()).isEqualTo("Of the feed.");
    }

    private void stage(GeneratingCall call, FreeTextSummary answer) {
        migration.generated().stage(ofIssue(call), Generated.of(answer));
    }

    private void stage(GeneratingCall call, StructuredData answer) {
        migration.generated().stage(ofIssue(call), Generated.of(answer));
    }

    private void stage(GeneratingCall call, Intent answer) {
        migration.generated().stage(ofIssue(call), Generated.of(answer));
    }

    private static Generation ofIssue(GeneratingCall call) {
        return new Generation(call, new SummaryKey.ByIssue("7"));
    }

    private Stream<String> names(GeneratingCall... calls) {
        return plan(calls).generations().stream().map(Generation::name);
    }

    private GenerationPlan plan(GeneratingCall... calls) {
        return migration.planConversationReads(calls).generation();
    }

    private JsonNode conversation(String id) {
        return migration.records(EntityKind.CONVERSATION).getOrDefault(id, MissingNode.getInstance());
    }

    private void read() {
        migration.extract("batch/");
        migration.fileExporter("fileexporter/");
        migration.assemble();
    }

    private void batch(String feed, String rows) throws IOException {
        Path partition = file("batch/" + feed, rows);
        Files.createFile(partition.resolve("_SUCCESS"));
    }

    private void exporter(String feed, String rows) throws IOException {
        file("fileexporter/" + feed, rows);
    }

    private Path file(String feed, String rows) throws IOException {
        Path partition = export.resolve(feed).resolve("version=1/format=jsonl/dt=2026-03-01/hr=08/mi=00");
        Files.createDirectories(partition);
        Files.writeString(partition.resolve("rows.jsonl"), rows);
        return partition;
    }

    private static FragmentSettings settings() {
        return FragmentSettings.of("acme");
    }
}
