package dev.ferry.asapp.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.core.source.EntityKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An issue that only events know is listed, asked for once it is late, and filled when the API has it under its
/// id.
class GapFillingTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EVENT = """
            {"name":"com.asapp.event.journey","event_id":"e1","event_type":"ISSUE_ENDED","meta_data":{"issue_id":"77",
             "company_id":"acme","event_time":"2026-10-20T10:00:00Z"},"data":{"agent_id":"3"},
             "details":{"issue_start_ts":"2026-10-20T09:00:00Z","issue_ended_ts":"2026-10-20T10:00:00Z",
             "ended_type":"timeout","is_resolved":false}}""";
    private static final String ANSWER = """
            {"id":"01A","externalId":"%s","customer":{"externalId":"X1"}}""";
    private static final String MESSAGES = """
            {"items":[{"messageId":"01M1","text":"hello","sender":{"role":"customer","externalId":"X1"},
             "createdTimestamp":"2026-10-20T09:00:02Z","clientTimestamp":"2026-10-20T09:00:01Z"}]}""";

    private final InMemoryMigration migration =
            new InMemoryMigration(new LocalDirectorySource(Path.of(".")), FragmentSettings.of("acme"));

    @Test
    void anIssueOfEventsOnlyIsListedAndAskedFor() {
        deliverEvent("2026-10-23T00:00:00Z");
        assertThat(migration.lists.entries(AssembleBucket.GAPS))
                .extracting(gap -> gap.file() + ' ' + gap.reason())
                .containsExactly("asapp:acme:issue:77 EXCEPTION");
        assertThat(migration.records(EntityKind.CONVERSATION)).isEmpty();
        assertThat(migration.planConversationReads().reads())
                .extracting(read -> ((ApiRead.Search) read).externalId())
                .containsExactly("77");
        assertThat(migration.planConversationReads().requests()).isEqualTo(2);
    }

    @Test
    void nobodyAsksWhileABatchMayStillCome() {
        deliverEvent("2026-10-21T00:00:00Z");
        assertThat(migration.lists.entries(AssembleBucket.GAPS))
                .extracting(gap -> gap.reason())
                .containsExactly("PROVISIONAL");
        assertThat(migration.planConversationReads().reads()).isEmpty();
    }

    @Test
    void anAnswerUnderTheIssuesIdFillsTheGapProvisionally() {
        assertThat(migration.conversationAnswers().fills("77", json(ANSWER.formatted("77"))))
                .isTrue();
        deliverAnswer("77");
        deliverEvent("2026-10-23T00:00:00Z");
        assertThat(migration.lists.entries(AssembleBucket.GAPS)).isEmpty();
        JsonNode filled = migration
                .records(EntityKind.CONVERSATION)
                .getOrDefault("asapp:acme:issue:77", MissingNode.getInstance());
        assertThat(filled.get("provisional").asBoolean()).isTrue();
        assertThat(filled.get("status").asText()).isEqualTo("TIMED_OUT");
        assertThat(filled.get("conversationId").asText()).isEqualTo("01A");
        assertThat(filled.get("messages").get(0).get("textSource").asText()).isEqualTo("CONVERSATION_API");
    }

    @Test
    void anAnswerUnderAnotherIdStaysAConversationOfItsOwn() {
        assertThat(migration.conversationAnswers().fills("77", json(ANSWER.formatted("case-1"))))
                .isFalse();
        deliverAnswer("case-1");
        deliverEvent("2026-10-23T00:00:00Z");
        assertThat(migration.records(EntityKind.CONVERSATION)).containsOnlyKeys("asapp:acme:conv:01A");
        assertThat(migration.lists.entries(AssembleBucket.GAPS)).hasSize(1);
    }

    private void deliverEvent(String lookedAt) {
        migration.events("journal", List.of(EVENT.getBytes(StandardCharsets.UTF_8)));
        migration.lookAt(Instant.parse(lookedAt));
        migration.assemble();
    }

    private void deliverAnswer(String externalId) {
        migration.conversationAnswers().conversation(json(ANSWER.formatted(externalId)));
        migration.conversationAnswers().messages("01A", json(MESSAGES));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
