package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SummariesIT extends RunningTenant {
    private static final String HOUR = "/version=1/format=jsonl/dt=2026-03-02/hr=00/mi=00/";
    private static final String FREE = "/autosummary/v1/free-text-summaries";
    private static final String DATA = "/autosummary/v1/structured-data";

    @BeforeEach
    void writeExport() {
        new ExportForTests(export())
                .file("fileexporter/autosummary_free_text" + HOUR + "a.jsonl.gz", """
                        {"conversation_id":"C1","autosummary_free_text_ts":"2026-03-02 10:00:00","autosummary_free_text":"Old"}
                        not json
                        {"conversation_id":"C1","autosummary_free_text_ts":"2026-03-02 11:00:00","autosummary_free_text":"New"}
                        """)
                .file("fileexporter/autosummary_structured_data" + HOUR + "s.jsonl", """
                        {"conversation_id":"C1","structured_data_ts":"1","structured_data_field_id":"e_account",\
                        "structured_data_field_name":"Account","structured_data_field_value":"89"}
                        {"conversation_id":"C1","structured_data_ts":"2","structured_data_field_id":"e_account",\
                        "structured_data_field_name":"Account","structured_data_field_value":"8999246118"}
                        {"conversation_id":"C1","structured_data_ts":"2","structured_data_field_id":"e_zip",\
                        "structured_data_field_name":"Zip","structured_data_field_value":"00501"}
                        {"conversation_id":"C1","structured_data_ts":"2","structured_data_field_id":"q_done",\
                        "structured_data_field_name":"Done","structured_data_field_value":"Yes"}
                        """)
                .file("fileexporter/staging_conversation_state" + HOUR + "s.jsonl", """
                        {"conversation_id":"C1","external_conversation_id":"case-1","first_intent_intent_code":"A",\
                        "first_intent_intent_name":"First","single_intent_intent_code":"B","single_intent_intent_name":"Whole"}
                        {"conversation_id":"C2","external_conversation_id":"case-2"}
                        """)
                .file(
                        "batch/convos_metadata" + HOUR + "c.jsonl",
                        "{\"issue_id\":21352352,\"external_issue_id\":\"case-1\"}\n");
    }

    @Test
    void makesANewSummaryAtEachRequest() {
        start();
        var first = client.send("POST", FREE, "{\"conversationId\":\"C1\"}").json();
        var second = client.get(FREE + "/C1").json();
        assertThat(first.path("summaryText").asText()).isEqualTo("New");
        assertThat(first.path("summaryId")).isNotEqualTo(second.path("summaryId"));
        assertThat(client.send("POST", FREE, "{\"conversationId\":\"C2\"}").code())
                .isEqualTo("404-01");
    }

    @Test
    void takesExactlyOneKeyAndBridgesFromTheIssue() {
        start();
        assertThat(client.send("POST", FREE, "{\"issueId\":\"21352352\"}")
                        .json()
                        .path("conversationId")
                        .asText())
                .isEqualTo("C1");
        assertThat(client.send("POST", FREE, "{\"externalConversationId\":\"case-1\"}")
                        .json()
                        .path("conversationId")
                        .asText())
                .isEqualTo("C1");
        assertThat(client.send("POST", FREE, "{}").code()).isEqualTo("400-01");
        assertThat(client.send("POST", FREE, "{\"issueId\":\"1\",\"conversationId\":\"C1\"}")
                        .code())
                .isEqualTo("400-01");
        assertThat(client.send("POST", FREE, "{\"issueId\":21352352}").code()).isEqualTo("422-01");
        assertThat(client.send("POST", FREE, "{\"issueId\":\"9\"}").code()).isEqualTo("404-01");
    }

    @Test
    void answersValuesInTheTypesOfTheExamples() {
        start();
        var metrics =
                client.send("POST", DATA, "{\"conversationId\":\"C1\"}").json().path("structuredDataMetrics");
        assertThat(metrics.toString())
                .isEqualTo("[{\"id\":\"e_account\",\"name\":\"Account\",\"value\":8999246118},"
                        + "{\"id\":\"e_zip\",\"name\":\"Zip\",\"value\":\"00501\"},"
                        + "{\"id\":\"q_done\",\"name\":\"Done\",\"answer\":\"Yes\"}]");
        knobs("{\"structuredValues\":\"TEXTS\"}");
        assertThat(client.send("POST", DATA, "{\"conversationId\":\"C1\"}").body())
                .contains("\"value\":\"8999246118\"", "\"value\":\"Yes\"");
    }

    @Test
    void knowsTheIntentWhenItIsEnabled() {
        start();
        assertThat(client.get("/autosummary/v1/intent/C1")
                        .json()
                        .at("/intent/code")
                        .asText())
                .isEqualTo("B");
        assertThat(client.send("POST", "/autosummary/v1/intent", "{\"conversationId\":\"C2\"}")
                        .json()
                        .at("/intent/code")
                        .asText())
                .isEqualTo("NO_INTENT");
        start(Map.of("disabledApis", "[\"autosummary/intent\"]"));
        assertThat(client.get("/autosummary/v1/intent/C1").code()).isEqualTo("403-01");
        assertThat(client.get(FREE + "/C1").status()).isEqualTo(200);
    }
}
