package dev.ferry.asapp.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.asapp.conversations.ApiRead;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conversations of which no feed has a row that describes them: none is lost without a word.
class UndescribedConversationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOUR = "version=1/format=jsonl/dt=2026-10-31/hr=10/mi=00";

    @TempDir
    private Path export;

    private InMemoryMigration migration;

    @BeforeEach
    void migrate() {
        migration = new InMemoryMigration(new LocalDirectorySource(export), FragmentSettings.of("acme"));
    }

    @Test
    void messagesWithoutAnIssueRowAreAConversationThatIsListedWithWhatIsMissing() throws IOException {
        batch("utterances", true, """
                {"issue_id":7,"event_uuid":"u1","created_ts":"2026-10-31 10:00:01","sender_id":5,\
                "sender_type":"customer","utterance":"hello"}""");
        batch("convos_metadata", false, "{\"issue_id\":7}");
        JsonNode conversation = conversation("asapp:acme:issue:7");
        assertThat(conversation.at("/messages/0/text").asText()).isEqualTo("hello");
        assertThat(conversation.at("/customer/customerId").asText()).isEqualTo("5");
        assertThat(conversation.at("/provisional").asBoolean()).isTrue();
        assertThat(conversation.at("/incomplete/reason").asText()).isEqualTo("NO_CONVERSATION_ROW");
        assertThat(listed(AssembleBucket.INCOMPLETE))
                .isEqualTo("asapp:acme:issue:7 NO_CONVERSATION_ROW"
                        + " the row of convos_metadata, [dt=2026-10-31/hr=10/mi=00]");
    }

    @Test
    void messagesOfAiServicesWithoutAStateRowAreAskedForAndKeptWhateverTheAnswer() throws IOException {
        exported("utterances", """
                {"company_marker":"acme","conversation_id":"01A","external_conversation_id":"case-1",\
                "message_id":"01M1","utterance":"hello","chat_message_event_ts":"2026-10-31 10:00:01"}""");
        JsonNode unanswered = conversation("asapp:acme:conv:01A");
        assertThat(unanswered.at("/messages/0/text").asText()).isEqualTo("hello");
        assertThat(unanswered.at("/externalId").asText()).isEqualTo("case-1");
        assertThat(listed(AssembleBucket.INCOMPLETE))
                .isEqualTo("asapp:acme:conv:01A NO_CONVERSATION_ROW the row of staging_conversation_state, []");
        assertThat(migration.planConversationReads().reads())
                .containsExactly(new ApiRead.Whole(new CanonicalId("asapp:acme:conv:01A"), "01A"));

        migration.conversationAnswers().conversation(JSON.readTree("""
                {"id":"01A","externalId":"case-1","customer":{"externalId":"X1"},"agent":{"externalId":"E9"}}"""));
        JsonNode answered = conversation("asapp:acme:conv:01A");
        assertThat(answered.at("/customer/externalUserId").asText()).isEqualTo("X1");
        assertThat(answered.path("incomplete").isMissingNode()
                        || answered.path("incomplete").isNull())
                .isTrue();
        assertThat(migration.planConversationReads().reads()).isEmpty();
    }

    @Test
    void aConversationWhoseIdTheApiDoesNotTakeIsKeptAndNotAskedFor() throws IOException {
        exported("utterances", """
                {"company_marker":"acme","conversation_id":"odd-1","message_id":"M1","utterance":"hello",\
                "chat_message_event_ts":"2026-10-31 10:00:01"}""");
        assertThat(conversations()).containsOnlyKeys("asapp:acme:conv:odd-1");
        assertThat(listed(AssembleBucket.INCOMPLETE)).startsWith("asapp:acme:conv:odd-1 NO_CONVERSATION_ROW");
        assertThat(migration.planConversationReads().reads()).isEmpty();
    }

    @Test
    void theNameThatTheClientHasForItBridgesItToItsIssue() throws IOException {
        batch("convos_metadata", true, """
                {"issue_id":7,"external_issue_id":"case-1","issue_created_ts":"2026-10-31 10:00:00",\
                "last_event_ts":"2026-10-31 10:30:00"}""");
        exported("utterances", """
                {"company_marker":"acme","conversation_id":"01A","external_conversation_id":"case-1",\
                "message_id":"01M1","utterance":"hello","chat_message_event_ts":"2026-10-31 10:00:01"}""");
        exported("staging_utterance_state", """
                {"company_marker":"acme","conversation_id":"01B","external_conversation_id":"case-2",\
                "message_id":"01M2","sender_type":"SENDER_CUSTOMER","chat_message_event_ts":"2026-10-31 10:00:01"}""");
        assertThat(conversations()).containsOnlyKeys("asapp:acme:issue:7", "asapp:acme:conv:01B");
        assertThat(conversation("asapp:acme:issue:7").at("/messages/0/text").asText())
                .isEqualTo("hello");
    }

    @Test
    void rowsWithoutMessagesAreHeldBackByNameAndAskedForWhereTheApiCanTell() throws IOException {
        batch("rep_convos", true, """
                {"issue_id":8,"rep_id":"3","issue_assigned_ts":"2026-10-31 10:00:00"}""");
        exported("autosummary_free_text", """
                {"company_marker":"acme","conversation_id":"01C","summary_id":"s1","autosummary_free_text":"short",\
                "autosummary_free_text_ts":"2026-10-31 10:00:01"}""");
        assertThat(conversations()).isEmpty();
        assertThat(migration.lists.entries(AssembleBucket.QUARANTINED))
                .extracting(entry -> entry.file() + ' ' + entry.reason() + ' ' + entry.detail())
                .containsExactlyInAnyOrder(
                        "asapp:acme:issue:8 NO_CONVERSATION_ROW"
                                + " rows of [rep_convos] but none that describes the conversation",
                        "asapp:acme:conv:01C NO_CONVERSATION_ROW"
                                + " rows of [fx_autosummary_free_text] but none that describes the conversation");
        assertThat(migration.planConversationReads().reads())
                .containsExactly(new ApiRead.Whole(new CanonicalId("asapp:acme:conv:01C"), "01C"));
    }

    private JsonNode conversation(String id) {
        return Objects.requireNonNull(conversations().get(id), id);
    }

    private SortedMap<String, JsonNode> conversations() {
        migration.extract("batch/");
        migration.fileExporter("fileexporter/");
        migration.assemble();
        return migration.records(EntityKind.CONVERSATION);
    }

    private String listed(String list) {
        return migration.lists.entries(list).stream()
                .map(entry -> entry.file() + ' ' + entry.reason() + ' ' + entry.detail())
                .reduce("", (a, b) -> a + b);
    }

    private void batch(String feed, boolean finished, String row) throws IOException {
        Path folder = write("batch", feed, row);
        if (finished) {
            Files.createFile(folder.resolve("_SUCCESS"));
        }
    }

    private void exported(String feed, String row) throws IOException {
        write("fileexporter", feed, row);
    }

    private Path write(String channel, String feed, String row) throws IOException {
        Path folder =
                Files.createDirectories(export.resolve(channel).resolve(feed).resolve(HOUR));
        Files.writeString(folder.resolve(feed + ".jsonl"), row + "\n");
        return folder;
    }
}
