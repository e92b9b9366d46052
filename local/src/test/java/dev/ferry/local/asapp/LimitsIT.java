package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.calls.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsIT extends RunningTenant {

    @Test
    void arrestsASpikeAndWritesEveryRequestDown() {
        start(Map.of("rps", "5", "spikeBurst", "2"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(i -> threads.execute(() -> client.get("/v1/health")));
        }
        assertThat(simulator.calls())
                .hasSize(40)
                .extracting(CallRecord::verdict)
                .contains(Verdict.SPIKE_ARREST);
        assertThat(simulator.calls())
                .filteredOn(call -> call.verdict() == Verdict.SPIKE_ARREST)
                .allSatisfy(call -> assertThat(call.status()).isEqualTo(429));
        assertThat(simulator.calls()).extracting(CallRecord::arrivalNanos).doesNotHaveDuplicates();
        var usage = client.get("/sim/v1/calls/usage").json();
        assertThat(usage.path("requests").asInt()).isEqualTo(40);
        assertThat(usage.at("/days/2026-03-05").asInt()).isEqualTo(40);
        assertThat(client.get("/sim/v1/calls").body().lines()).hasSize(40);
        assertThat(client.get("/sim/v1/calls?after=38").body().lines()).hasSize(2);
    }

    @Test
    void endsTheDayWith429AndRevokesWhoGoesOn() {
        start(Map.of("dailyLimit", "3", "revokeAfter", "2"));
        assertThat(statuses(7)).containsExactly(200, 200, 200, 429, 429, 401, 401);
        time("{\"now\":\"2026-03-06T00:00:00Z\"}");
        assertThat(client.get("/v1/health").status()).isEqualTo(401);
        client.send("POST", "/sim/v1/keys/ferry-api-id/reset", "");
        assertThat(client.get("/v1/health").status()).isEqualTo(200);
    }

    @Test
    void beginsTheDayAnewAtMidnight() {
        start(Map.of("dailyLimit", "1"));
        assertThat(statuses(2)).containsExactly(200, 429);
        time("{\"now\":\"2026-03-05T23:59:59.999Z\"}");
        assertThat(statuses(1)).containsExactly(429);
        time("{\"now\":\"2026-03-06T00:00:00Z\"}");
        assertThat(statuses(2)).containsExactly(200, 429);
    }

    @Test
    void knowsAfterARestartWhatWasUsedAndRevoked() throws IOException {
        start(Map.of("dailyLimit", "3"));
        assertThat(statuses(2)).containsExactly(200, 200);
        time("{\"now\":\"2026-03-05T13:00:00Z\"}");
        stop();
        Files.writeString(
                directory.resolve("state").resolve("calls.jsonl"), "{\"seq\":3,\"to", StandardOpenOption.APPEND);
        start(Map.of("dailyLimit", "3"));
        assertThat(client.get("/sim/v1/clock").json().path("now").asText()).isEqualTo("2026-03-05T13:00:00Z");
        assertThat(statuses(2)).containsExactly(200, 429);
        assertThat(simulator.calls()).extracting(CallRecord::seq).containsExactly(1L, 2L, 3L, 4L);
        client.send("POST", "/sim/v1/keys/ferry-api-id/revoke", "");
        start();
        assertThat(statuses(1)).containsExactly(401);
    }

    @Test
    void recordsAKeyThatLeaksToTheDownloadHost() {
        ExportForTests.withUtterances(export());
        start();
        client.fetch(simulator.downloads() + "/acme/x");
        client.fetch(simulator.downloads() + "/acme/x", "asapp-api-id", "ferry-api-id");
        assertThat(simulator.calls()).extracting(CallRecord::verdict).containsOnly(Verdict.DOWNLOAD);
        assertThat(simulator.calls()).extracting(CallRecord::key).containsExactly("", "ferry-api-id");
        assertThat(simulator.usage().requests()).isZero();
    }

    private int[] statuses(int requests) {
        return IntStream.range(0, requests)
                .map(i -> client.get("/v1/health").status())
                .toArray();
    }
}
