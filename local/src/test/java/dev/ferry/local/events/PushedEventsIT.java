package dev.ferry.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.asapp.AsappSimulator;
import dev.ferry.local.asapp.AsappSimulatorSettings;
import dev.ferry.local.asapp.events.Delivery;
import dev.ferry.local.cloud.EmbeddedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulated tenant pushes its events to the receiver as ASAPP does: some twice, some out of order, some never.
class PushedEventsIT {
    private static final int EVENTS = 200;
    private static final int MOST_LOOKS = 1_200;

    @Test
    void keepsEveryEventThatTheTenantPushesTwiceAndOutOfOrder(@TempDir Path directory) throws IOException {
        Path work = directory.resolve("work");
        Path export = directory.resolve("export");
        Files.write(
                Files.createDirectories(export.resolve("events")).resolve("journey.jsonl"),
                IntStream.range(0, EVENTS).mapToObj(PushedEventsIT::event).toList());
        List<Delivery> deliveries;
        try (EmbeddedCloud cloud = ReceiverCloud.start(work);
                AsappSimulator tenant = tenant(directory, cloud.endpoints().of("httpapi") + "/events/journey")) {
            for (int look = 0; look < MOST_LOOKS && pushed(tenant.deliveries()) < EVENTS; look++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            deliveries = tenant.deliveries();
        }
        assertThat(pushed(deliveries)).isEqualTo(EVENTS);
        assertThat(deliveries).extracting(Delivery::copy).contains(2);
        assertThat(deliveries).extracting(Delivery::seq).isNotEqualTo(sorted(deliveries));
        assertThat(deliveries).extracting(Delivery::outcome).contains(Delivery.Outcome.LOST);
        Set<String> delivered = deliveries.stream()
                .filter(one -> one.outcome() == Delivery.Outcome.DELIVERED)
                .map(Delivery::eventId)
                .collect(Collectors.toSet());
        assertThat(new HashSet<>(ReceiverCloud.kept(work))).isEqualTo(delivered);
    }

    private static AsappSimulator tenant(Path directory, String receiver) {
        return AsappSimulator.start(AsappSimulatorSettings.of(
                        "acme", directory.resolve("export"), directory.resolve("tenant"), Clock.systemUTC())
                .withKnobs(Map.of(
                        "clock", "2026-03-05T12:00:00Z",
                        "pushBacklog", "true",
                        "duplicateRate", "0.3",
                        "reorderWindow", "20",
                        "dropRate", "0.05",
                        "retrySpacingMs", "50",
                        "journey.timeoutMs", "20000",
                        "journey.url", receiver)));
    }

    private static String event(int number) {
        return """
                {"name":"com.asapp.event.journey","event_id":"e%d","event_type":"ISSUE_CREATED",\
                "meta_data":{"create_time":"2026-03-05T10:%02d:%02dZ","issue_id":"%d","company_id":"acme"}}""".formatted(number, number / 60, number % 60, number);
    }

    private static long pushed(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::seq).distinct().count();
    }

    private static List<Long> sorted(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::seq).sorted().toList();
    }
}
