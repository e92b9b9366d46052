package dev.ferry.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ferry.infra.settings.ContextSettings;
import dev.ferry.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Map<String, String> PARAMETERS =
            Map.of("LoadConcurrency", "10", "EventsClientSubject", "CN=asapp");

    @Test
    void hasADefaultForEverything() {
        Settings settings = read(Map.of());
        assertThat(settings.name("open-gate")).isEqualTo("ferry-dev-open-gate");
        assertThat(settings.kept()).isTrue();
        assertThat(settings.logDays()).isEqualTo(30);
        assertThat(settings.workDays()).isEqualTo(120);
        assertThat(settings.sourceBuckets()).isEmpty();
        assertThat(settings.targetSecrets()).containsExactly("ferry/salesforce", "ferry/intercom");
        assertThat(settings.events()).isNull();
        assertThat(settings.parameters()).isEqualTo(PARAMETERS);
    }

    @Test
    void takesListsAsTextsAndAsArrays() {
        assertThat(read(Map.of("sourceBuckets", "a, b")).sourceBuckets()).containsExactly("a", "b");
        assertThat(read(Map.of("sourceBuckets", List.of("a", "b"))).sourceBuckets())
                .containsExactly("a", "b");
    }

    @Test
    void takesParametersLikeTheirDefaults() {
        Settings settings = read(Map.of("LoadConcurrency", "40", "EventsClientSubject", "CN=events.example.com"));
        assertThat(settings.parameters())
                .containsEntry("LoadConcurrency", "40")
                .containsEntry("EventsClientSubject", "CN=events.example.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("LoadConcurrency", "many")))
                .withMessage("context LoadConcurrency is 'many'; it is a whole number");
    }

    @Test
    void refusesHalfOfAnEndpoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("eventsDomain", "events.example.com")))
                .withMessage("context eventsDomain is set, so eventsCertificate is needed too");
    }

    @Test
    void removesDataOnlyWhenExactlyThatIsSaid() {
        assertThat(read(Map.of("data", "remove")).kept()).isFalse();
        assertThat(read(Map.of("data", "keep")).kept()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("data", "remvoe")))
                .withMessage("context data is 'remvoe'; it is keep or remove");
    }

    @Test
    void refusesANameThatNothingCanBeCalled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("environment", "Prod")))
                .withMessageContaining("Prod");
    }

    private static Settings read(Map<String, Object> context) {
        return ContextSettings.read(context::get, PARAMETERS);
    }
}
