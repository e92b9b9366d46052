package dev.ferry.local.asapp.events;

import dev.ferry.local.asapp.events.Delivery.Outcome;
import dev.ferry.local.asapp.tenant.PushTarget;
import dev.ferry.local.asapp.tenant.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Sends one event until it is answered 200 in time, or has failed as often as is configured.
///
/// *Shape* of the request: POST, `Content-Type: application/json`, the event as its body. Other headers are not
/// documented. *Source*: Building a Real-Time Event API.
record PushRequest(Tenant tenant, HttpClient http) {
    private static final int OK = 200;

    Delivery send(ScheduledEvent event, int copy, URI url, PushTarget target) throws InterruptedException {
        int status = 0;
        int allowed = Math.max(1, target.retries());
        for (int attempt = 1; attempt <= allowed; attempt++) {
            status = once(event, url, target);
            if (status == OK) {
                return delivery(event, copy, Outcome.DELIVERED, attempt, status);
            }
            if (attempt < allowed) {
                Thread.sleep(tenant.knobs().events().retrySpacingMs());
            }
        }
        return delivery(event, copy, Outcome.DROPPED, allowed, status);
    }

    Delivery lost(ScheduledEvent event) {
        return delivery(event, 1, Outcome.LOST, 0, 0);
    }

    private int once(ScheduledEvent event, URI url, PushTarget target) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofMillis(target.timeoutMs()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event.body()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException noAnswerInTime) {
            return 0;
        }
    }

    private Delivery delivery(ScheduledEvent event, int copy, Outcome outcome, int attempts, int status) {
        return new Delivery(
                event.feed(),
                event.seq(),
                event.eventId(),
                copy,
                outcome,
                attempts,
                status,
                tenant.clock().now());
    }
}
