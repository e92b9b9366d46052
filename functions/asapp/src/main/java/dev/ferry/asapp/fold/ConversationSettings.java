package dev.ferry.asapp.fold;

import dev.ferry.asapp.configuration.SegmentRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// What folding a conversation needs to know beside its rows.
///
/// @param csatScales the scale of ratings by name of the subsidiary
/// @param segments the configured segments in their order
/// @param asOf when the source is looked at
record ConversationSettings(
        IntentNames intents,
        List<UnfinishedPartition> unfinished,
        Map<String, String> csatScales,
        List<SegmentRule> segments,
        Instant asOf) {
    /// How long the File Exporter keeps message text. *Units*: days, today included. *Source*: reference, section
    /// 3.2.
    private static final int DAYS_KEPT = 32;

    ConversationSettings {
        unfinished = List.copyOf(unfinished);
        csatScales = Map.copyOf(csatScales);
        segments = List.copyOf(segments);
    }

    /// The start of the first day of which the File Exporter still has text. The last exported day is the one
    /// before the source is looked at.
    Instant keptSince() {
        return asOf.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(DAYS_KEPT)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
