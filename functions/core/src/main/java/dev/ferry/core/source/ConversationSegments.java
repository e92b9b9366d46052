package dev.ferry.core.source;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The configured segments that a conversation is in. They are not the reporting labels of [ConversationContext].
///
/// @param segments ids of the matching segments, in the order of the configuration
/// @param segmentContext what the queries were evaluated on, by field
public record ConversationSegments(
        List<String> segments, SegmentBasis segmentBasis, SortedMap<String, List<String>> segmentContext) {
    public ConversationSegments {
        segments = List.copyOf(segments);
        segmentContext = Collections.unmodifiableSortedMap(new TreeMap<>(segmentContext));
    }
}
