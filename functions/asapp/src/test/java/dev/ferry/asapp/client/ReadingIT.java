package dev.ferry.asapp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.asapp.client.configuration.ConfigurationKind;
import dev.ferry.asapp.client.configuration.ConfigurationRow;
import dev.ferry.asapp.client.content.CannedResponses;
import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.client.conversation.ExternalId;
import dev.ferry.asapp.client.conversation.MessageId;
import dev.ferry.asapp.client.summary.StructuredData;
import dev.ferry.asapp.client.summary.SummaryKey;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingIT {
    private static final String MESSAGE = """
            {"messageId":"01JNC4QB6Z","text":"My March bill","sender":{"role":"customer","externalId":"c_5"},\
            "createdTimestamp":"2026-03-02T15:04:12.853Z","clientTimestamp":"2026-03-02T15:04:11.120Z"}""";

    private final ClientUnderTest tested =
            new ClientUnderTest(GeneratingCall.STRUCTURED_DATA, GeneratingCall.FREE_TEXT_SUMMARIES);

    @AfterEach
    void close() {
        tested.close();
    }

    @Test
    void conversationsAreFoundByTheirExternalId() {
        tested.server()
                .answers(
                        200,
                        "{\"items\":[{\"id\":\"01JNC4Q8\",\"externalId\":\"case 90417\",\"customer\":{\"name\":\"R.\"}}]}")
                .answers(200, "{\"items\":[]}");
        var found = tested.client().conversations().search(new ExternalId("case 90417"));
        assertThat(found).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(new ConversationId("01JNC4Q8"));
            assertThat(row.row().json()).contains("\"customer\":{\"name\":\"R.\"}");
            assertThat(row.toString()).doesNotContain("R.");
        });
        assertThat(tested.client().conversations().search(new ExternalId("x"))).isEmpty();
        assertThat(tested.server().lines().getFirst())
                .isEqualTo("GET /conversation/v1/conversations?externalId=case%2090417");
    }

    @Test
    void messagesKeepTheirTimesAndRows() {
        tested.server()
                .answers(200, "{\"items\":[%s]}".formatted(MESSAGE))
                .answers(200, "{\"items\":[]}")
                .refuses(404)
                .answers(200, MESSAGE);
        var conversations = tested.client().conversations();
        var message = conversations.messages(new ExternalId("case-1")).getFirst();
        assertThat(message.ingested()).isEqualTo(Instant.parse("2026-03-02T15:04:12.853Z"));
        assertThat(message.sent()).isEqualTo(Instant.parse("2026-03-02T15:04:11.120Z"));
        assertThat(message.role()).isEqualTo("customer");
        assertThat(message.toString()).doesNotContain("March");
        assertThat(conversations.messages(new ConversationId("01J"))).isEmpty();
        assertThat(conversations.messages(new ConversationId("01K")))
                .as("no such conversation")
                .isEmpty();
        assertThat(conversations.find(new ConversationId("01J"), new MessageId("01JNC4QB6Z")))
                .contains(message);
        assertThat(tested.server().lines())
                .containsExactly(
                        "GET /conversation/v1/conversation/messages?externalId=case-1",
                        "GET /conversation/v1/conversations/01J/messages",
                        "GET /conversation/v1/conversations/01K/messages",
                        "GET /conversation/v1/conversations/01J/messages/01JNC4QB6Z");
    }

    @Test
    void configurationIsReadPageByPageUntilNullOrEmpty() {
        tested.server()
                .answers(200, "{\"segments\":[{\"id\":\"GLOBAL\"}],\"nextCursor\":\"c/1\",\"prevCursor\":null}")
                .answers(200, "{\"segments\":[{\"id\":\"WIRELESS\"}],\"nextCursor\":\"\",\"prevCursor\":\"\"}")
                .answers(200, "{\"structuredDataFields\":[],\"nextCursor\":null,\"prevCursor\":null}");
        assertThat(tested.client().configuration().list(ConfigurationKind.SEGMENTS))
                .extracting(ConfigurationRow::id)
                .containsExactly("GLOBAL", "WIRELESS");
        assertThat(tested.client().configuration().structuredDataFields(true)).isEmpty();
        assertThat(tested.server().lines())
                .containsExactly(
                        "GET /configuration/v1/segments?limit=100",
                        "GET /configuration/v1/segments?limit=100&cursor=c%2F1",
                        "GET /configuration/v1/structured-data-fields?active=true&limit=100");
    }

    @Test
    void cursorThatComesTwiceIsAnErrorAndNoLoop() {
        String page = "{\"redactionEntities\":[{\"id\":\"CHAT\"}],\"nextCursor\":\"CHAT\",\"prevCursor\":null}";
        tested.server().answers(200, page).answers(200, page).answers(200, page);
        assertThatThrownBy(() -> tested.client().configuration().list(ConfigurationKind.REDACTION_ENTITIES))
                .hasMessageContaining("leads back to an earlier one");
        assertThat(tested.server().requests()).hasSize(2);
    }

    @Test
    void cannedResponsesAreReadFromAllPages() {
        tested.server()
                .answers(200, """
                        {"responses":{"responsesList":[{"id":"r1","text":"Hi","folderId":"f1"}],\
                        "folderList":[{"id":"f1","parentFolderId":"__root","name":"Greetings"}],"pageToken":"t2"}}""")
                .answers(
                        200,
                        "{\"responses\":{\"responsesList\":[{\"id\":\"r2\"}],\"folderList\":[],\"pageToken\":\"\"}}");
        CannedResponses found = tested.client().content().globalResponses();
        assertThat(found.responses()).extracting(CannedResponses.Response::id).containsExactly("r1", "r2");
        assertThat(found.folders()).containsExactly(new CannedResponses.Folder("f1", "__root", "Greetings"));
        assertThat(tested.server().lines().getLast())
                .isEqualTo("GET /autocompose/v1/responses/globals?maxPerPage=1000&pageToken=t2");
    }

    @Test
    void articleThatIsNotApprovedIsNotThere() {
        tested.server().refuses(404);
        assertThat(tested.client().content().article("a/1")).isEmpty();
        assertThat(tested.server().lines()).containsExactly("GET /knowledge-base/v1/articles/a%2F1");
    }

    @Test
    void structuredDataAreReadWhateverTheirValuesAreCalled() {
        tested.server().answers(200, """
                {"conversationId":"01J","id":"0083","structuredDataMetrics":[{"id":"q_1","name":"Solved","answer":"Yes"},\
                {"id":"e_1","name":"Account","value":8999246118},{"id":"e_2","name":"Product","value":null}]}""");
        assertThat(tested.client()
                        .summaries()
                        .structuredData(new SummaryKey.ByIssue("21352352"))
                        .values())
                .extracting(StructuredData.Value::value)
                .containsExactly("Yes", "8999246118", "");
        assertThat(tested.server().lines())
                .containsExactly("POST /autosummary/v1/structured-data {\"issueId\":\"21352352\"}");
    }

    @Test
    void callThatGeneratesIsNotRepeatedAfterSilence() {
        tested.server().hangsUp();
        assertThatThrownBy(() -> tested.client()
                        .summaries()
                        .freeText(new SummaryKey.ByConversation(new ConversationId("01J")), "en-GB"))
                .hasMessageContaining("NO_ANSWER");
        assertThat(tested.server().requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Accept-Language")).isEqualTo("en-GB"));
    }

    @Test
    void callThatIsNotNamedInTheConfigurationIsNeverSent() {
        assertThatThrownBy(() -> tested.client().summaries().intent(new SummaryKey.ByIssue("1")))
                .hasMessageContaining("NOT_ASKED_FOR")
                .hasMessageContaining("intent");
        assertThat(tested.server().requests()).isEmpty();
        assertThat(tested.budget().events()).isEmpty();
    }
}
