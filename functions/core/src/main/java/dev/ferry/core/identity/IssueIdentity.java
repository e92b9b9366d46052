package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Settles which issues are one conversation.
///
/// The first issue stands for its group: the one that was merged into no other. When merges form a ring, the
/// smallest
/// id does.
final class IssueIdentity {
    private final LinkGroups groups = new LinkGroups();
    private final Set<Integer> merged = new HashSet<>();

    void add(Link.IssueMerge merge) {
        int alias = groups.number(CanonicalIds.issue(merge.company(), merge.issueId()));
        int first = groups.number(CanonicalIds.issue(merge.company(), merge.first()));
        if (alias != first) {
            groups.join(alias, first);
            merged.add(alias);
        }
    }

    /// Alias to canonical id for every issue of a group of several, the canonical one included.
    Map<CanonicalId, CanonicalId> settle() {
        Map<CanonicalId, CanonicalId> settled = new TreeMap<>();
        for (List<CanonicalId> group : groups.members().values()) {
            if (group.size() > 1) {
                CanonicalId first = group.stream()
                        .filter(id -> !merged.contains(groups.number(id)))
                        .min(IdOrder.BY_NUMBER)
                        .orElseGet(() -> group.stream().min(IdOrder.BY_NUMBER).orElseThrow());
                group.forEach(id -> settled.put(id, first));
            }
        }
        return settled;
    }
}
