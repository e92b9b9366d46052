package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// All rows of one conversation, and what they say about the issues in it.
///
/// @param canonical the issue that stands for the group, or the conversation of AI Services where no issue does
/// @param aliases the other issues and conversations, in ascending order
record IssueGroup(CanonicalId canonical, List<CanonicalId> aliases, RowTable rows) {
    private static final String ISSUE = ":issue:";
    private static final String CONVERSATION = ":conv:";

    IssueGroup {
        aliases = List.copyOf(aliases);
    }

    /// The group of a gathered entity.
    static IssueGroup read(GatheredEntity entity, RowReader reader) {
        List<SourceRow> rows = new ArrayList<>();
        entity.fragments().forEach(fragment -> reader.read(fragment, rows::add));
        return new IssueGroup(entity.id(), entity.aliases(), RowTable.of(rows));
    }

    /// The batch row that describes the conversation: that of the canonical issue, else of the first alias that
    /// has one.
    Optional<SourceRow> main() {
        return rowOfMain("convos_metadata");
    }

    /// The row of a feed with one row an issue: that of the canonical issue, else of the first alias that has
    /// one.
    Optional<SourceRow> rowOfMain(String family) {
        return rows.rows(family).stream().min(Comparator.comparing(row -> rank(issueOf(row))));
    }

    /// Whether any channel has a row for the conversation as a whole.
    boolean isDescribed() {
        return main().isPresent()
                || !rows.rows("fx_staging_conversation_state").isEmpty()
                || FileHeader.of(this).row().isPresent()
                || !rows.rows("api_conversations").isEmpty();
    }

    /// The tenant.
    String company() {
        int end = canonical.value().indexOf(isIssue(canonical) ? ISSUE : CONVERSATION);
        return canonical.value().substring("asapp:".length(), end);
    }

    /// The id of the issue that stands for the group; empty for one that only AI Services know.
    Optional<String> issueId() {
        return Optional.of(canonical).filter(IssueGroup::isIssue).map(IssueGroup::sourceId);
    }

    /// The issues that were merged into that one, in ascending order.
    List<String> aliasIssueIds() {
        return aliases.stream()
                .filter(IssueGroup::isIssue)
                .map(IssueGroup::sourceId)
                .sorted()
                .toList();
    }

    /// The id in AI Services; of several the smallest. Empty for an issue that is not bridged.
    Optional<String> conversationId() {
        return isIssue(canonical)
                ? aliases.stream()
                        .filter(id -> !isIssue(id))
                        .map(IssueGroup::sourceId)
                        .findFirst()
                : Optional.of(sourceId(canonical));
    }

    /// The source's id in a canonical one.
    static String sourceId(CanonicalId id) {
        String kind = isIssue(id) ? ISSUE : CONVERSATION;
        return id.value().substring(id.value().indexOf(kind) + kind.length());
    }

    private static boolean isIssue(CanonicalId id) {
        return id.value().contains(ISSUE);
    }

    private static String issueOf(SourceRow row) {
        return Objects.requireNonNullElse(row.id("issue_id"), "");
    }

    private int rank(String issueId) {
        if (issueId.equals(issueId().orElse(null))) {
            return 0;
        }
        int alias = aliases.stream().map(IssueGroup::sourceId).toList().indexOf(issueId);
        return alias < 0 ? Integer.MAX_VALUE : alias + 1;
    }
}
