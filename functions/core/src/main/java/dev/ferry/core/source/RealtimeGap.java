package dev.ferry.core.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An issue that only pushed events know.
///
/// @param exception whether it is so old that a batch should have it by now
/// @param endedAt absent while it is open
/// @param ageHours from the last event to the time of looking. *Units*: hours
public record RealtimeGap(
        String issueId,
        boolean exception,
        Instant firstEventAt,
        Instant lastEventAt,
        List<String> eventTypes,
        int events,
        @Nullable String customerId,
        @Nullable String agentId,
        @Nullable String queueId,
        @Nullable String intentCode,
        @Nullable Instant endedAt,
        double ageHours) {
    public RealtimeGap {
        eventTypes = List.copyOf(eventTypes);
    }
}
