package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.intercom.workspace.Knobs;
import dev.ferry.local.intercom.workspace.LagRules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a workspace of its own, whose time stands still at [#NOW] and which has no lags unless asked for,
/// and a client. It has three admins: the migration's, Ann, and Noel, who has no inbox seat.
@NullUnmarked
abstract class RunningWorkspace {
    /// The workspace's time at the start.
    static final long NOW = 1_772_712_000L;

    static final String MIGRATION = "991267466";
    static final String ANN = "991267467";
    static final String SEATLESS = "991267468";

    @TempDir
    Path directory;

    final OfficialDescription description = new OfficialDescription();
    IntercomSimulator simulator;
    IntercomApi api;

    /// Starts the workspace, or starts it again on the same state.
    void start(Map<String, String> knobs) {
        start(settings(knobs));
    }

    void start(IntercomSimulatorSettings settings) {
        stop();
        simulator = IntercomSimulator.start(settings);
        api = new IntercomApi(simulator.endpoint());
    }

    void start() {
        start(Map.of());
    }

    IntercomSimulatorSettings settings(Map<String, String> knobs) {
        Map<String, String> all = new TreeMap<>(Map.of("clock", "2026-03-05T12:00:00Z", "clockSpeed", "0"));
        all.putAll(knobs);
        Knobs faithful = Knobs.faithful();
        Knobs withoutLags = new Knobs(
                faithful.limits(),
                faithful.access(),
                LagRules.none(),
                faithful.data(),
                faithful.messages(),
                faithful.automation(),
                faithful.faults(),
                faithful.time());
        return IntercomSimulatorSettings.in(directory.resolve("state"), Clock.systemUTC())
                .withAdmins(List.of(
                        new AdminDefinition("Ann", "Ann@acme.example", true),
                        new AdminDefinition("Noel", "noel@acme.example", false)))
                .withKnobs(withoutLags)
                .withKnobs(all)
                .withObserver(description);
    }

    void knobs(String json) {
        IntercomApi.checked(api.send("PATCH", "/sim/v1/knobs", json));
    }

    /// Lets time go on.
    void advance(String duration) {
        IntercomApi.checked(api.put("/sim/v1/clock", "{\"advance\":\"%s\"}".formatted(duration)));
    }

    /// A new contact of role user.
    String contact(String email) {
        return api.ok("/contacts", "{\"role\":\"user\",\"email\":\"%s\"}".formatted(email))
                .id();
    }

    /// A new conversation of a contact.
    String conversation(String contact) {
        return api.ok(
                        "/conversations",
                        "{\"from\":{\"type\":\"user\",\"id\":\"%s\"},\"body\":\"Hello there\",\"created_at\":%d}"
                                .formatted(contact, NOW - 1_000))
                .text("/conversation_id");
    }

    /// The body of an admin's silent comment.
    static String comment(String body) {
        return "{\"message_type\":\"comment\",\"type\":\"admin\",\"admin_id\":\"%s\",\"body\":\"%s\",\"skip_notifications\":true}"
                .formatted(ANN, body);
    }

    /// The body of a contact's comment.
    static String fromContact(String contact, String body) {
        return "{\"message_type\":\"comment\",\"type\":\"user\",\"intercom_user_id\":\"%s\",\"body\":\"%s\"}"
                .formatted(contact, body);
    }

    @AfterEach
    void hasAnsweredAsTheOfficialDescriptionSays() {
        stop();
        assertThat(description.problems()).isEmpty();
    }

    void stop() {
        if (simulator != null) {
            api.close();
            simulator.close();
        }
    }
}
