package dev.ferry.local.asapp.events;

import java.time.Instant;

/// One event as it will be pushed.
///
/// @param seq its line in the export's file, from 1; files are in the order of delivery
/// @param eventId empty when the line has none
/// @param type empty when the line has none
/// @param due when it is created, in the tenant's time; never before the line above it
/// @param body the line as it is
record ScheduledEvent(EventFeed feed, long seq, String eventId, String type, Instant due, String body) {

    /// What its chances go by.
    String identity() {
        return feed.label() + ":" + seq;
    }

    /// Whether the line has what every event has.
    boolean isJson() {
        return !eventId.isEmpty();
    }

    ScheduledEvent dueAt(Instant moment) {
        return new ScheduledEvent(feed, seq, eventId, type, moment, body);
    }
}
