package dev.ferry.asapp.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentQueryParserTest {
    private static final Map<String, List<String>> CONTEXT = Map.of(
            "platform", List.of("WEB"),
            "lob_name", List.of("Food AND Fun"),
            "company_segment", List.of("smb", "trial"),
            "campaign", List.of("Rose's (autumn)"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRUE",
                "platform = 'WEB'",
                "platform='WEB'",
                "platform in ['IOS', 'WEB']",
                "lob_name = 'Food AND Fun' AND (platform = 'IOS' OR company_segment = 'trial')",
                "NOT platform = 'IOS' AND company_segment IN ['trial']",
                "NOT (platform = 'IOS' OR lob_name = 'x')",
                "platform = 'IOS' AND platform = 'IOS' OR platform = 'WEB'",
                "campaign = 'Rose''s (autumn)'",
                "campaign = 'Rose\\'s (autumn)'",
                "NOT missing = 'x'",
                "NOT NOT TRUE"
            })
    void takesIn(String raw) {
        assertThat(matches(raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform = 'web'",
                "missing = ''",
                "NOT platform = 'WEB' AND TRUE",
                "NOT (TRUE AND platform = 'WEB')",
                "platform = 'IOS' AND (platform = 'WEB' OR platform = 'IOS')",
                "company_segment = '[smb,trial]'"
            })
    void leavesOut(String raw) {
        assertThat(matches(raw)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "platform",
                "platform = WEB",
                "platform = 'WEB",
                "platform != 'WEB'",
                "platform = 'WEB' AND",
                "(TRUE",
                "TRUE)",
                "platform IN []",
                "platform IN ['a' 'b']",
                "TRUE TRUE"
            })
    void refuses(String raw) {
        assertThat(SegmentQueryParser.parse(raw)).isEmpty();
    }

    @Test
    void onlyTheLiteralTakesInEverything() {
        assertThat(new SegmentRule("A", SegmentQueryParser.parse("TRUE").orElseThrow()).matchesEverything())
                .isTrue();
        assertThat(new SegmentRule("B", SegmentQueryParser.parse("NOT x = 'y'").orElseThrow()).matchesEverything())
                .isFalse();
    }

    private static boolean matches(String raw) {
        return SegmentQueryParser.parse(raw).orElseThrow().matches(CONTEXT);
    }
}
