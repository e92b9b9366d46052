package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.asapp.events.Delivery;
import dev.ferry.local.asapp.events.Delivery.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsIT extends RunningTenant {

    private static String event(int minute, String type) {
        return "{\"api_version\":\"v1.3.0\",\"name\":\"com.asapp.event.journey\",\"event_id\":\"e%d\",\"event_type\":\"%s\","
                        .formatted(minute, type)
                + "\"meta_data\":{\"create_time\":\"2026-03-05T12:%02d:00.000Z\",\"issue_id\":\"1\"},".formatted(minute)
                + "\"data\":{\"agent_name\":\"Zoë\"}}";
    }

    @BeforeEach
    void writeExport() {
        String lines = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> event(i, i % 2 == 0 ? "ASSIGNED" : "QUEUED"))
                .collect(Collectors.joining("\n", "", "\n"));
        new ExportForTests(export()).file("events/journey.jsonl", lines);
    }

    @Test
    void pushesEachEventWhenItIsDueAsItIs() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> 200)) {
            start(with(receiver, Map.of()));
            time("{\"now\":\"2026-03-05T12:02:00Z\"}");
            List<Receiver.Pushed> pushed = receiver.take(2);
            assertThat(pushed).allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.contentType()).isEqualTo("application/json");
            });
            assertThat(bodies(pushed)).containsExactlyInAnyOrder(event(1, "QUEUED"), event(2, "ASSIGNED"));
            time("{\"advance\":\"PT1M\"}");
            assertThat(bodies(receiver.take(1))).containsExactly(event(3, "QUEUED"));
            assertThat(receiver.rest()).isEmpty();
        }
    }

    @Test
    void triesAgainAndDropsAfterTheConfiguredFailures() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> request <= 2 ? 503 : 202)) {
            start(with(receiver, Map.of("journey.retries", "3", "retrySpacingMs", "1")));
            time("{\"now\":\"2026-03-05T12:01:00Z\"}");
            assertThat(bodies(receiver.take(3))).containsOnly(event(1, "QUEUED"));
            Delivery dropped = deliveries(1).getFirst();
            // 202 is no success: only 200 is.
            assertThat(dropped.outcome()).isEqualTo(Outcome.DROPPED);
            assertThat(dropped.attempts()).isEqualTo(3);
            assertThat(dropped.lastStatus()).isEqualTo(202);
        }
    }

    @Test
    void sendsTwiceDropsAndReordersByTheKnobs() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> 200)) {
            start(with(receiver, Map.of("duplicateRate", "1", "reorderWindow", "5", "pushConcurrency", "1")));
            time("{\"now\":\"2026-03-05T12:30:00Z\"}");
            List<String> bodies = bodies(receiver.take(40));
            assertThat(bodies.stream().distinct()).hasSize(20);
            List<Long> order =
                    deliveries(40).stream().map(Delivery::seq).distinct().toList();
            assertThat(order).hasSize(20).isNotEqualTo(order.stream().sorted().toList());
            for (int i = 0; i < order.size(); i++) {
                assertThat(order.get(i)).isBetween((long) i + 1 - 5, (long) i + 1 + 5);
            }
        }
        try (Receiver receiver = new Receiver(request -> 200)) {
            start(with(receiver, Map.of("dropRate", "1")));
            assertThat(deliveries(40)).hasSize(40);
            assertThat(receiver.rest()).isEmpty();
        }
    }

    @Test
    void pushesOnlyTheTypesOfTheListAndNothingFromBeforeTheTarget() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> 200)) {
            start();
            time("{\"now\":\"2026-03-05T12:03:30Z\"}");
            knobs("{\"journey\":{\"url\":\"%s\",\"eventList\":[\"ASSIGNED\"]}}".formatted(receiver.url()));
            time("{\"now\":\"2026-03-05T12:08:00Z\"}");
            assertThat(bodies(receiver.take(3)))
                    .containsExactlyInAnyOrder(event(4, "ASSIGNED"), event(6, "ASSIGNED"), event(8, "ASSIGNED"));
        }
    }

    @Test
    void goesOnAfterARestartWhereItWas() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> 200)) {
            start(with(receiver, Map.of()));
            time("{\"now\":\"2026-03-05T12:02:00Z\"}");
            receiver.take(2);
            deliveries(2);
            start(with(receiver, Map.of()));
            time("{\"now\":\"2026-03-05T12:03:00Z\"}");
            assertThat(bodies(receiver.take(1))).containsExactly(event(3, "QUEUED"));
        }
    }

    @Test
    void givesTheEventsSoFarToWhoCannotListen() {
        start();
        assertThat(client.get("/sim/v1/events").code()).isEqualTo("404-01");
        start(Map.of("extensions.eventPull", "true"));
        time("{\"now\":\"2026-03-05T12:05:00Z\"}");
        var page = client.get("/sim/v1/events?afterSeq=2&limit=2").json();
        assertThat(page.path("lastSeq").asInt()).isEqualTo(4);
        assertThat(page.at("/events/0/event/event_id").asText()).isEqualTo("e3");
        assertThat(client.get("/sim/v1/events?afterSeq=4").json().path("events"))
                .hasSize(1);
    }

    private static Map<String, String> with(Receiver receiver, Map<String, String> more) {
        Map<String, String> knobs = new HashMap<>(Map.of("journey.url", receiver.url()));
        knobs.putAll(more);
        return knobs;
    }

    private static List<String> bodies(List<Receiver.Pushed> pushed) {
        return pushed.stream().map(Receiver.Pushed::body).toList();
    }

    /// The deliveries once there are so many, which takes as long as an answer's way back.
    private List<Delivery> deliveries(int atLeast) {
        long end = System.nanoTime() + 10_000_000_000L;
        List<Delivery> all = simulator.deliveries();
        while (all.size() < atLeast && System.nanoTime() < end) {
            Thread.onSpinWait();
            all = simulator.deliveries();
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(atLeast);
        return all;
    }
}
