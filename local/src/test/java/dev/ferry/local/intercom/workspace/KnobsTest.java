package dev.ferry.local.intercom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnobsTest {
    private static final String DEFAULTS = """
            {
              "perMinute": 10000, "workspacePerMinute": 25000, "otherCallsPerWindow": 0,
              "repliesPerConversation": 10, "repliesOverall": 0, "replyWindow": "PT10S",
              "acceptWildcard": true, "contentTypeNeeded": true, "tokensRevoked": false, "planRestricted": false,
              "deleteScope": true,
              "indexDelay": "PT3S", "conversationIndexDelay": "PT3S", "messagingDelay": "PT0.5S",
              "conversationDelay": "PT1S", "companyDeleteDelay": "PT2S", "jobDelay": "PT2S",
              "enforceOptions": true, "stringLimit": 255, "longStrings": "REFUSE", "attributeLimit": 250,
              "refuseDuplicateAttributes": false, "attributesInUse": [], "phoneValidation": false,
              "archivedReadable": false, "unattachedCompaniesFound": false, "filteredCompany": "LIST",
              "unknownFieldsRefused": true, "tagsInUse": [],
              "refuseBeforeStart": false, "adminsNeedSeat": true, "replyAddsParticipant": false,
              "retagRefused": false, "maxAttachments": 10, "maxFileBytes": 20971520, "maxBodyBytes": 41943040,
              "urlImagesOnly": true, "urlTtl": "PT30M", "partsShown": 500, "searchCustomAttributes": false,
              "ticketDescriptionLimit": 32767,
              "workflows": false, "fin": false, "csat": false, "outbound": false, "defaultAssignee": 0,
              "error429Rate": 0.0, "error5xxRate": 0.0, "error5xxStatuses": [500, 502, 503, 504],
              "timeoutRate": 0.0, "dropRate": 0.0, "lostAnswerRate": 0.0, "malformedRate": 0.0,
              "deliverTwiceRate": 0.0, "latencyMs": 0,
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
                .withTexts(Map.of("perMinute", "500", "indexDelay", "PT2M", "longStrings", "CUT", "workflows", "true"));
        assertThat(knobs.limits().perMinute()).isEqualTo(500);
        assertThat(knobs.lags().indexDelay()).isEqualTo(Duration.ofMinutes(2));
        assertThat(knobs.data().longStrings()).isEqualTo(DataRules.LongStrings.CUT);
        assertThat(knobs.automation().workflows()).isTrue();
    }

    @Test
    void namesTheKnobThatIsOutOfBounds() {
        assertThatThrownBy(() -> Knobs.faithful().withTexts(Map.of("perMinute", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("perMinute");
        assertThatThrownBy(() -> Knobs.faithful().withTexts(Map.of("latencyMs", "-1")))
                .hasMessageContaining("latencyMs");
        assertThatThrownBy(() -> Knobs.faithful().withTexts(Map.of("speed", "1")))
                .hasMessageContaining("no knob named speed");
    }

    @Test
    void namesEveryKnobInTheReference() throws Exception {
        String page = Files.readString(
                Path.of(System.getProperty("ferry.root"), "docs", "reference", "simulated-intercom.md"));
        Knobs.faithful()
                .json()
                .fieldNames()
                .forEachRemaining(knob -> assertThat(page).contains("`" + knob + "`"));
    }
}
