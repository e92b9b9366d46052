package dev.ferry.local.asapp.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnobsTest {
    private static final String DEFAULTS = """
            {
              "rps": 100, "spikeArrest": "SMOOTHED", "spikeBurst": 10, "limitScope": "COMPANY", "dailyLimit": 100000,
              "dailyResetAt": "00:00", "refusedCallsCount": true, "revokeAfter": 1000, "downloadsCount": false,
              "presignTtl": "PT15M", "coordinateStyle": "PREFIXED", "dateOrder": "SHUFFLED",
              "foldedFileNames": "RELATIVE", "dailyRunAt": "02:00", "runLagDays": 1, "purgeDays": 32,
              "purgedFeeds": ["utterances"], "disabledFeeds": [], "listFeedsBodyHarmless": true,
              "unknownCoordinateStatus": 404, "missingFieldStatus": 400, "wrongTypeStatus": 422,
              "duplicateRowRate": 0.0, "restateRate": 0.0, "splitFileBytes": 0, "gzip": "AS_IS",
              "emptyPartitions": false, "cutFileRate": 0.0, "encryptedFileRate": 0.0, "schemaDrift": null,
              "batchBucket": "asapp-prod-{company}-exports-us-east-1", "hourSemantics": "DATA_HOUR",
              "hourlyLagMinutes": 5,
              "dailyFeeds": ["agent_journey_rep_event_frequency", "customer_feedback", "customer_params", "intents",
                "issue_sentiment", "quick_reply_buttons", "rep_attributes", "rep_hierarchy", "reps"],
              "lateSuccessMinutes": 0, "lateSuccessRate": 1.0, "schemaFile": true,
              "unknownExternalId": "EMPTY_LIST", "missingCursor": "AS_PRINTED", "structuredValues": "MIXED",
              "segmentCreateStatus": 201, "slowConfigMs": 0, "maxBodyBytes": 10485760, "disabledApis": [],
              "journey": {"url": null, "timeoutMs": 5000, "retries": 3, "eventList": []},
              "activity": {"url": null, "timeoutMs": 5000, "retries": 3, "eventList": []},
              "queue": {"url": null, "timeoutMs": 5000, "retries": 3, "eventList": []},
              "duplicateRate": 0.0, "reorderWindow": 0, "dropRate": 0.0, "delayMs": 0, "retrySpacingMs": 1000,
              "pushConcurrency": 4, "pushKeyStore": null, "pushKeyStorePassword": null, "pushBacklog": false,
              "error5xxRate": 0.0, "error5xxStatuses": [500, 503], "error429Rate": 0.0, "dropConnectionRate": 0.0,
              "latencyMs": 0, "downloadErrorRate": 0.0, "downloadCutRate": 0.0, "refusedConversations": [],
              "extensions.attachments": false, "extensions.eventPull": false,
              "clock": null, "clockSpeed": 1.0
            }
            """;

    @Test
    void hasExactlyTheseDefaults() throws Exception {
        JsonMapper mapper = new JsonMapper();
        assertThat(mapper.readTree(Knobs.faithful().json().toString())).isEqualTo(mapper.readTree(DEFAULTS));
    }

    @Test
    void readsValuesAsACommandLineSpellsThem() {
        Knobs knobs = Knobs.faithful()
                .withTexts(Map.of(
                        "rps", "7",
                        "presignTtl", "PT1M",
                        "schemaDrift", "2026-09-15",
                        "disabledFeeds", "[\"utterances\"]",
                        "journey.url", "http://127.0.0.1:9/e",
                        "extensions.attachments", "true"));
        assertThat(knobs.limits().rps()).isEqualTo(7);
        assertThat(knobs.exporter().presignTtl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(knobs.rows().schemaDrift()).isEqualTo(LocalDate.of(2026, 9, 15));
        assertThat(knobs.exporter().disabledFeeds()).containsExactly("utterances");
        assertThat(knobs.events().journey().url()).hasToString("http://127.0.0.1:9/e");
        assertThat(knobs.events().journey().retries()).isEqualTo(3);
        assertThat(knobs.extensions().attachments()).isTrue();
    }

    @Test
    void refusesWhatIsOutOfBoundsByName() {
        Map.of(
                        "rps", "0",
                        "slowConfigMs", "45001",
                        "error5xxRate", "1.5",
                        "presignTtl", "PT0S",
                        "purgeDays", "0",
                        "clockSpeed", "-1",
                        "dropRate", "-0.1",
                        "journey.timeoutMs", "0")
                .forEach((knob, value) -> assertThatThrownBy(
                                () -> Knobs.faithful().withTexts(Map.of(knob, value)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(knob.substring(knob.indexOf('.') + 1)));
    }

    @Test
    void refusesWrongTypesAndUnknownNames() {
        assertThatThrownBy(() -> Knobs.faithful().withTexts(Map.of("rps", "many")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Knobs.faithful().withTexts(Map.of("rps", "null")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Knobs.faithful().withTexts(Map.of("presignTtl", "soon")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Knobs.faithful().withTexts(Map.of("nope", "1")))
                .hasMessageContaining("nope");
    }

    @Test
    void theReferenceNamesEveryKnob() throws Exception {
        String page =
                Files.readString(Path.of(System.getProperty("ferry.root"), "docs", "reference", "simulated-asapp.md"));
        Knobs.faithful()
                .json()
                .fieldNames()
                .forEachRemaining(knob -> assertThat(page).contains("`" + knob + "`"));
    }
}
