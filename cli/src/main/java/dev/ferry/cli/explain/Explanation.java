package dev.ferry.cli.explain;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.source.CanonicalId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of one conversation.
///
/// @param evidence for each alias, the feed, file and line that shows the link
/// @param rows in the order of their feeds
/// @param target what stands in the target; null when nothing was loaded
public record Explanation(
        CanonicalId id,
        List<CanonicalId> aliases,
        List<String> evidence,
        List<ShownRow> rows,
        List<LostValue> lost,
        @Nullable LedgerEntry target) {
    public Explanation {
        aliases = List.copyOf(aliases);
        evidence = List.copyOf(evidence);
        rows = List.copyOf(rows);
        lost = List.copyOf(lost);
    }

    /// What stands in the target.
    public Optional<LedgerEntry> loaded() {
        return Optional.ofNullable(target);
    }
}
