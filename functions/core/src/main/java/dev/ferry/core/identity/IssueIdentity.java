package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Settles which issues and conversations of AI Services are one conversation.
///
/// The first issue stands for its group: the one that was merged into no other. When merges form a ring, the
/// smallest id does. A conversation of AI Services stands for its group only where no issue does.
final class IssueIdentity {
    private static final Comparator<CanonicalId> ISSUES_FIRST =
            Comparator.comparing((CanonicalId id) -> !isIssue(id)).thenComparing(IdOrder.BY_NUMBER);

    private final LinkGroups groups = new LinkGroups();
    private final Set<Integer> merged = new HashSet<>();
    private final Map<CanonicalId, Ends> byExternalId = new HashMap<>();
    private int ambiguous;

    void add(Link.IssueMerge merge) {
        int alias = groups.number(CanonicalIds.issue(merge.company(), merge.issueId()));
        int first = groups.number(CanonicalIds.issue(merge.company(), merge.first()));
        if (alias != first) {
            groups.join(alias, first);
            merged.add(alias);
        }
    }

    void add(Link.Bridge bridge) {
        Integer issue =
                bridge.issueId() == null ? null : groups.number(CanonicalIds.issue(bridge.company(), bridge.issueId()));
        Integer conversation = bridge.conversationId() == null
                ? null
                : groups.number(CanonicalIds.conversation(bridge.company(), bridge.conversationId()));
        if (issue != null && conversation != null) {
            groups.join(issue, conversation);
        }
        if (bridge.externalId() != null) {
            Ends ends = byExternalId.computeIfAbsent(
                    CanonicalIds.of(bridge.company(), "ext", bridge.externalId()), _ -> new Ends());
            if (issue != null) {
                ends.issues.add(issue);
            }
            if (conversation != null) {
                ends.conversations.add(conversation);
            }
        }
    }

    /// Alias to canonical id for every member of a group of several, the canonical one included.
    Map<CanonicalId, CanonicalId> settle() {
        joinByExternalId();
        Map<CanonicalId, CanonicalId> settled = new TreeMap<>();
        for (List<CanonicalId> group : groups.members().values()) {
            if (group.size() > 1) {
                CanonicalId first = group.stream()
                        .filter(id -> !merged.contains(groups.number(id)))
                        .min(ISSUES_FIRST)
                        .filter(IssueIdentity::isIssue)
                        .orElseGet(() -> group.stream().min(ISSUES_FIRST).orElseThrow());
                group.forEach(id -> settled.put(id, first));
            }
        }
        return settled;
    }

    /// How many external ids name several issues or several conversations, so that they join nothing.
    int ambiguous() {
        return ambiguous;
    }

    /// How many conversations of AI Services are known.
    long conversations() {
        return groups.ids().stream().filter(id -> !isIssue(id)).count();
    }

    /// Whether an id is that of an issue.
    static boolean isIssue(CanonicalId id) {
        return id.value().contains(":issue:");
    }

    /// Judges all external ids on what merges and rows with both ids say, so that their order does not matter.
    private void joinByExternalId() {
        Map<Integer, Integer> roots = new HashMap<>();
        for (Ends ends : byExternalId.values()) {
            ends.issues.forEach(issue -> roots.put(issue, groups.root(issue)));
            ends.conversations.forEach(conversation -> roots.put(conversation, groups.root(conversation)));
        }
        for (Ends ends : byExternalId.values()) {
            long issues = ends.issues.stream().map(roots::get).distinct().count();
            long conversations =
                    ends.conversations.stream().map(roots::get).distinct().count();
            if (issues == 1 && conversations == 1) {
                groups.join(
                        ends.issues.iterator().next(),
                        ends.conversations.iterator().next());
            } else if (issues > 0 && conversations > 0) {
                ambiguous++;
            }
        }
    }

    /// What an external id was seen with.
    private static final class Ends {
        private final Set<Integer> issues = new HashSet<>();
        private final Set<Integer> conversations = new HashSet<>();
    }
}
