package dev.ferry.intercom.target;

import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.source.CanonicalId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tags that stand for segments, as an earlier phase made them. They are read from the ledger once.
///
/// *Threading*: safe for concurrent use.
final class SegmentTags {
    private static final String BETWEEN = "; ";

    private final Ledger ledger;
    private @Nullable Map<String, String> known;

    SegmentTags(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The ids of the tags of these segments; one without a tag is left out.
    ///
    /// @param keys canonical ids of segments, with [#BETWEEN] between them
    List<String> ids(String keys) {
        Map<String, String> tags = tags();
        return Arrays.stream(keys.split(BETWEEN, -1))
                .filter(tags::containsKey)
                .map(tags::get)
                .distinct()
                .toList();
    }

    /// Whether a tag stands for a segment.
    boolean isOurs(String tagId) {
        return tags().containsValue(tagId);
    }

    private synchronized Map<String, String> tags() {
        Map<String, String> tags = known;
        if (tags == null) {
            tags = new TreeMap<>();
            try (Stream<LedgerEntry> entries = ledger.all(TagWriter.OBJECT)) {
                for (LedgerEntry entry : (Iterable<LedgerEntry>) entries::iterator) {
                    CanonicalId key = entry.key();
                    if (entry.standing().isPresent()) {
                        tags.put(key.value(), entry.standing().get());
                    }
                }
            }
            known = tags;
        }
        return tags;
    }
}
