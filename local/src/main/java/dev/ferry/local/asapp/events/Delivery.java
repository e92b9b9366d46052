package dev.ferry.local.asapp.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// What became of one event.
///
/// *Shape*:
/// `{"feed":"journey","seq":1,"eventId":"...","copy":1,"outcome":"DELIVERED","attempts":1,"lastStatus":200,
/// "tenantTime":"..."}`
///
/// @param copy 2 for the second one of an event that is sent twice
/// @param lastStatus the status of the last answer; 0 for none in time
public record Delivery(
        EventFeed feed, long seq, String eventId, int copy, Outcome outcome, int attempts, int lastStatus, Instant at) {

    /// How it ended.
    public enum Outcome {
        /// Answered 200 in time.
        DELIVERED,
        /// Given up after the configured number of failures.
        DROPPED,
        /// Never sent, by the knob `dropRate`.
        LOST
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("feed", feed.label())
                .put("seq", seq)
                .put("eventId", eventId)
                .put("copy", copy)
                .put("outcome", outcome.name())
                .put("attempts", attempts)
                .put("lastStatus", lastStatus)
                .put("tenantTime", at.toString());
    }

    static Delivery of(JsonNode json) {
        return new Delivery(
                EventFeed.valueOf(json.path("feed").asText().toUpperCase(java.util.Locale.ROOT)),
                json.path("seq").longValue(),
                json.path("eventId").asText(),
                json.path("copy").intValue(),
                Outcome.valueOf(json.path("outcome").asText()),
                json.path("attempts").intValue(),
                json.path("lastStatus").intValue(),
                Instant.parse(json.path("tenantTime").asText()));
    }
}
