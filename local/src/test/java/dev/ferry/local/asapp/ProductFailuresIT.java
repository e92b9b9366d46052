package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.asapp.client.AsappClient;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.client.configuration.ConfigurationKind;
import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.client.conversation.ExternalId;
import dev.ferry.asapp.client.export.FeedDate;
import dev.ferry.asapp.client.export.FeedFile;
import dev.ferry.asapp.client.export.FeedFormat;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.asapp.client.export.FeedVersion;
import dev.ferry.asapp.client.summary.StructuredData;
import dev.ferry.asapp.client.summary.SummaryKey;
import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.calls.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the product does when ASAPP fails in each of the ways that it documents; the tenant's record of requests is
/// the witness.
@NullUnmarked
class ProductFailuresIT extends RunningTenant {
    private static final FeedFile FILE = new FeedFile(
            new FeedDate(
                    new FeedFormat(new FeedVersion(new FeedName("utterances"), "version=1"), "format=jsonl"),
                    "dt=2026-03-01"),
            null,
            "hr=08/mi=00/utterances.jsonl");

    private MeteredProduct product;

    @BeforeEach
    void writeExport() {
        ExportForTests.withUtterances(export());
    }

    @AfterEach
    void closeProduct() {
        product.close();
    }

    @Test
    void serverErrorsAreTriedAgainThreeTimes() {
        run(Map.of("error5xxRate", "1"));
        assertThat(failure()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(simulator.calls()).hasSize(4).allMatch(call -> call.status() >= 500);
        assertThat(product.waits())
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1_000));
        knobs("{\"error5xxRate\":0}");
        assertThat(product.client().fileExporter().feeds()).hasSize(1);
    }

    @Test
    void feedsAreListedThoughAnEmptyQuestionIsRefused() {
        run(Map.of("listFeedsBodyHarmless", "false"));
        assertThat(product.client().fileExporter().feeds()).containsExactly(new FeedName("utterances"));
        assertThat(simulator.calls()).extracting(CallRecord::status).containsExactly(422, 200);
    }

    @Test
    void connectionsThatBreakAreTriedAgain() {
        run(Map.of("dropConnectionRate", "1"));
        assertThat(failure()).isEqualTo(ErrorCode.NO_ANSWER);
        assertThat(simulator.calls()).hasSize(4);
        knobs("{\"dropConnectionRate\":0}");
        assertThat(product.client().fileExporter().feeds()).hasSize(1);
    }

    @Test
    void aPaceThatIsRefusedAfterOneTwoAndFourSecondsEndsTheDayForEverybody() {
        run(Map.of("error429Rate", "1"));
        AsappClient worker = product.client();
        assertThatThrownBy(() -> worker.fileExporter().feeds()).isInstanceOf(AsappException.class);
        assertThat(product.waits())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(simulator.calls()).hasSize(4).allMatch(call -> call.status() == 429);
        assertDayIsSpent(worker, 4);
        assertDayIsSpent(product.client(), 4);
    }

    @Test
    void aDayThatEndsEarlierThanConfiguredIsNotPushedAndTheKeyStays() {
        run(Map.of("dailyLimit", "3", "revokeAfter", "5"));
        AsappClient worker = product.client();
        IntStream.range(0, 3).forEach(_ -> worker.fileExporter().feeds());
        assertThatThrownBy(() -> worker.fileExporter().feeds()).isInstanceOf(AsappException.class);
        assertDayIsSpent(worker, 7);
        time("{\"now\":\"2026-03-06T00:00:00Z\"}");
        assertThat(client.get("/v1/health").status()).as("not revoked").isEqualTo(200);
    }

    private void assertDayIsSpent(AsappClient worker, int requests) {
        AsappException spent = catchThrowableOfType(
                AsappException.class, () -> worker.fileExporter().feeds());
        assertThat(spent.code()).isEqualTo(ErrorCode.DAY_SPENT);
        assertThat(spent.until()).contains(Instant.parse("2026-03-06T00:00:02Z"));
        assertThat(simulator.calls()).as("nothing is sent any more").hasSize(requests);
    }

    @Test
    void aRevokedKeyStopsAllUntilTheSecretHasANewVersion() {
        run(Map.of());
        client.send("POST", "/sim/v1/keys/ferry-api-id/revoke", "");
        assertThat(failure()).isEqualTo(ErrorCode.KEY_REFUSED);
        assertThat(failure()).as("another worker with the same key").isEqualTo(ErrorCode.KEY_REFUSED);
        assertThat(simulator.calls()).hasSize(1).allMatch(call -> call.status() == 401);
        client.send("POST", "/sim/v1/keys/ferry-api-id/reset", "");
        assertThat(product.client("v2").fileExporter().feeds()).hasSize(1);
    }

    @Test
    void aSlowConfigurationCallIsAwaitedAndAnotherSlowCallIsNot() {
        run(Map.of("slowConfigMs", "1500"));
        AsappClient impatient = product.impatient(Duration.ofMillis(300), Duration.ofSeconds(20));
        assertThat(impatient.configuration().list(ConfigurationKind.SEGMENTS)).isEmpty();
        knobs("{\"slowConfigMs\":0,\"latencyMs\":1500}");
        assertThatThrownBy(() -> impatient.fileExporter().feeds()).hasMessageContaining("NO_ANSWER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AS_PRINTED", "NULL", "EMPTY"})
    void listsEndHoweverAMissingCursorIsSpelled(String missing) {
        new ExportForTests(export())
                .file("config/structured-data-fields.json", "{\"structuredDataFields\":[%s]}".formatted(items("q_")))
                .file("config/segments.json", "{\"segments\":[%s]}".formatted(items("S")));
        run(Map.of("missingCursor", missing));
        AsappClient client = product.client();
        assertThat(client.configuration().list(ConfigurationKind.STRUCTURED_DATA_FIELDS))
                .hasSize(205);
        assertThat(client.configuration().list(ConfigurationKind.SEGMENTS)).hasSize(205);
        assertThat(simulator.calls()).as("three pages each").hasSize(6);
    }

    private static String items(String prefix) {
        return IntStream.range(0, 205)
                .mapToObj(number -> "{\"id\":\"%s%d\",\"name\":\"n\"}".formatted(prefix, number))
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY_LIST", "NOT_FOUND"})
    void aConversationThatAsappDoesNotHaveIsNoFailure(String unknown) {
        run(Map.of("unknownExternalId", unknown));
        AsappClient client = product.client();
        assertThat(client.conversations().search(new ExternalId("nobody"))).isEmpty();
        assertThat(client.conversations().messages(new ExternalId("nobody"))).isEmpty();
        assertThat(client.conversations().messages(new ConversationId("01NOBODY")))
                .isEmpty();
        assertThat(client.conversations().find(new ConversationId("01NOBODY"))).isEmpty();
        assertThat(client.content().article("none")).isEmpty();
    }

    @Test
    void anAddressThatHasExpiredIsReplacedAndNeverFetchedAgain() throws IOException {
        run(Map.of("clockSpeed", "1000000", "presignTtl", "PT0.001S"));
        assertThatThrownBy(() -> product.client().downloads().open(FILE))
                .isInstanceOfSatisfying(
                        AsappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.REFUSED));
        assertThat(simulator.calls())
                .filteredOn(call -> call.verdict() == Verdict.DOWNLOAD)
                .hasSize(3)
                .allMatch(call -> call.status() == 403)
                .extracting(CallRecord::key)
                .containsOnly("");
        knobs("{\"presignTtl\":\"PT10000H\"}");
        try (InputStream in = product.client().downloads().open(FILE)) {
            assertThat(in).hasContent("{\"message_id\":\"M1\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIXED", "TEXTS"})
    void structuredValuesAreTextsInWhateverTypeTheyCome(String style) {
        String hour = "/version=1/format=jsonl/dt=2026-03-02/hr=00/mi=00/s.jsonl";
        new ExportForTests(export())
                .file("fileexporter/staging_conversation_state" + hour, "{\"conversation_id\":\"C1\"}\n")
                .file("fileexporter/autosummary_structured_data" + hour, """
                {"conversation_id":"C1","structured_data_ts":"2","structured_data_field_id":"e_account",\
                "structured_data_field_name":"Account","structured_data_field_value":"8999246118"}
                {"conversation_id":"C1","structured_data_ts":"2","structured_data_field_id":"q_done",\
                "structured_data_field_name":"Done","structured_data_field_value":"Yes"}
                """);
        run(Map.of("structuredValues", style));
        SummaryKey key = new SummaryKey.ByConversation(new ConversationId("C1"));
        assertThat(product.client("v1", GeneratingCall.STRUCTURED_DATA)
                        .summaries()
                        .structuredData(key)
                        .values())
                .extracting(StructuredData.Value::value)
                .containsExactlyInAnyOrder("8999246118", "Yes");
        int before = simulator.calls().size();
        assertThatThrownBy(() -> product.client().summaries().structuredData(key))
                .hasMessageContaining("NOT_ASKED_FOR");
        assertThat(simulator.calls()).hasSize(before);
    }

    private void run(Map<String, String> knobs) {
        start(knobs);
        knobs("{\"rps\":100000,\"spikeBurst\":1000}");
        product = new MeteredProduct(simulator.endpoint());
    }

    private ErrorCode failure() {
        return catchThrowableOfType(
                        AsappException.class,
                        () -> product.client().fileExporter().feeds())
                .code();
    }
}
