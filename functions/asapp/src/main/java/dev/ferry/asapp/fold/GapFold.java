package dev.ferry.asapp.fold;

import dev.ferry.core.source.RealtimeGap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Whether a conversation is known from pushed events only. *Source*: reference, section 5.5.
final class GapFold {
    /// How long a batch may lag behind events. *Source*: reference, section 5.5.
    private static final Duration WINDOW = Duration.ofHours(48);

    private static final double HOUR_MILLIS = 3_600_000;

    private final IssueGroup group;
    private final Instant asOf;

    GapFold(IssueGroup group, Instant asOf) {
        this.group = group;
        this.asOf = asOf;
    }

    /// The gap; empty when there are no events.
    Optional<RealtimeGap> gap() {
        JourneyState journey = JourneyState.of(group);
        List<Instant> times = journey.latestFirst().stream()
                .map(row -> row.time("meta_data.event_time"))
                .filter(Objects::nonNull)
                .toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Instant last = times.getFirst();
        Duration age = Duration.between(last, asOf);
        return Optional.of(new RealtimeGap(
                IssueGroup.sourceId(group.canonical()),
                age.compareTo(WINDOW) > 0,
                times.getLast(),
                last,
                journey.latestFirst().stream()
                        .map(row -> String.valueOf(row.text("event_type")))
                        .distinct()
                        .sorted()
                        .toList(),
                times.size(),
                journey.latest("data.customer_id").orElse(null),
                journey.latest("data.agent_id").orElse(null),
                journey.latest("data.queue_id").orElse(null),
                journey.latest("details.intent_code").orElse(null),
                journey.ending().map(JourneyState.Ending::at).orElse(null),
                Math.round(age.toMillis() / HOUR_MILLIS * 100) / 100.0));
    }
}
