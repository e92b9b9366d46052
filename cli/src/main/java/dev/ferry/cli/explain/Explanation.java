package dev.ferry.cli.explain;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.source.CanonicalId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known of one conversation.
///
/// @param evidence for each alias, the feed, file and line that shows the link
/// @param rows in the order of their feeds
/// @param target what is known of it in the target, by object
public record Explanation(
        CanonicalId id,
        List<CanonicalId> aliases,
        List<String> evidence,
        List<ShownRow> rows,
        List<LostValue> lost,
        SortedMap<String, LedgerEntry> target) {
    public Explanation {
        aliases = List.copyOf(aliases);
        evidence = List.copyOf(evidence);
        rows = List.copyOf(rows);
        lost = List.copyOf(lost);
        target = Collections.unmodifiableSortedMap(new TreeMap<>(target));
    }
}
