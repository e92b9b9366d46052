package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.intercom.calls.CallRecord;
import dev.ferry.local.intercom.workspace.App;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rules 3 and 4: windows of ten seconds, the pace of replies, and the proof of how much of them was used.
class LimitsIT extends RunningWorkspace {

    @Test
    void showsAndKeepsTheWindowsOfTenSeconds() {
        start(Map.of("perMinute", "500"));
        var first = api.get("/me");
        assertThat(first.header("X-RateLimit-Limit")).contains("83");
        assertThat(first.header("X-RateLimit-Remaining")).contains("82");
        assertThat(first.header("X-RateLimit-Reset")).contains(Long.toString(NOW + 10));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 99).forEach(i -> threads.execute(() -> api.get("/me")));
        }
        assertThat(simulator.calls()).filteredOn(call -> call.status() == 200).hasSize(83);
        var refused = api.get("/me");
        assertThat(refused.error()).isEqualTo("429 rate_limit_exceeded");
        assertThat(refused.message()).isEqualTo("Exceeded rate limit of 83 in 10_seconds");
        assertThat(refused.header("X-RateLimit-Remaining")).contains("0");
        assertThat(refused.header("X-RateLimit-Reset")).contains(Long.toString(NOW + 10));
        advance("PT9.999S");
        assertThat(api.get("/me").status()).isEqualTo(429);
        advance("PT0.001S");
        assertThat(api.get("/me").status()).isEqualTo(200);
        var usage = simulator.usage();
        assertThat(usage.windows()).containsEntry(NOW, 83L).containsEntry(NOW + 10, 1L);
        assertThat(usage.busiestWindow()).isEqualTo(83);
        assertThat(usage.refused()).isEqualTo(19);
        assertThat(api.get("/sim/v1/calls/usage").json().at("/windows/" + NOW).asInt())
                .isEqualTo(83);
    }

    @Test
    void addsUpAllAppsOfTheWorkspace() {
        start(settings(Map.of("perMinute", "30", "workspacePerMinute", "48", "otherCallsPerWindow", "1"))
                .withApps(List.of(App.demonstration(), new App("other", "other-token", "2.16"))));
        var other = api.with("Authorization", "Bearer other-token");
        for (int i = 0; i < 5; i++) {
            assertThat(api.get("/me").status()).isEqualTo(200);
        }
        assertThat(api.get("/me").message()).isEqualTo("Exceeded rate limit of 5 in 10_seconds");
        assertThat(other.get("/me").header("X-RateLimit-Remaining")).contains("1");
        assertThat(other.get("/me").status()).isEqualTo(200);
        assertThat(other.get("/me").message()).isEqualTo("Exceeded rate limit of 8 in 10_seconds");
    }

    @Test
    void countsWhatWasUsedBeforeARestart() {
        start(Map.of("perMinute", "12"));
        assertThat(api.get("/me").header("X-RateLimit-Remaining")).contains("1");
        start(Map.of("perMinute", "12"));
        assertThat(api.get("/me").header("X-RateLimit-Remaining")).contains("0");
        assertThat(api.get("/me").status()).isEqualTo(429);
        assertThat(simulator.calls()).extracting(CallRecord::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void pacesRepliesToOneConversation() {
        start();
        String contact = contact("joe@acme.example");
        String one = "/conversations/" + conversation(contact) + "/reply";
        String other = "/conversations/" + conversation(contact) + "/reply";
        for (int i = 0; i < 10; i++) {
            assertThat(api.post(one, comment("x")).status()).isEqualTo(200);
        }
        var refused = api.post(one, comment("x"));
        assertThat(refused.error()).isEqualTo("400 parameter_invalid");
        assertThat(refused.message()).isEqualTo("Too many recent replies to this conversation");
        assertThat(api.post(other, comment("x")).status()).isEqualTo(200);
        advance("PT10S");
        assertThat(api.post(one, comment("x")).status()).isEqualTo(200);
        knobs("{\"repliesPerConversation\":0,\"repliesOverall\":12}");
        for (int i = 0; i < 11; i++) {
            assertThat(api.post(one, comment("x")).status()).isEqualTo(200);
        }
        assertThat(api.post(other, comment("x")).status()).isEqualTo(400);
        assertThat(simulator.usage().done("POST /conversations/{id}/reply")).isEqualTo(23);
    }
}
