package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One queue of the contact centre.
///
/// @param timeZone name of the zone of the business hours, for example `America/New_York`
/// @param opensAt when it opens, one for each span of the week. *Units*: minutes since Sunday 00:00
/// @param closesAt when those spans end. *Units*: as `opensAt`
/// @param holidays days on which it is closed
public record Queue(
        CanonicalId id,
        String queueId,
        @Nullable String queueKey,
        @Nullable String name,
        @Nullable String timeZone,
        List<Integer> opensAt,
        List<Integer> closesAt,
        List<String> holidays) {
    public Queue {
        opensAt = List.copyOf(opensAt);
        closesAt = List.copyOf(closesAt);
        holidays = List.copyOf(holidays);
    }
}
