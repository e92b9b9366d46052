package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// All rows of one conversation, and what they say about the issues in it.
///
/// @param canonical the issue that stands for the group
/// @param aliases the other issues, in ascending order
record IssueGroup(CanonicalId canonical, List<CanonicalId> aliases, RowTable rows) {
    IssueGroup {
        aliases = List.copyOf(aliases);
    }

    /// The row that describes the conversation: that of the canonical issue, else of the first alias that has
    /// one.
    Optional<SourceRow> main() {
        return rowOfMain("convos_metadata");
    }

    /// The row of a feed with one row an issue: that of the canonical issue, else of the first alias that has
    /// one.
    Optional<SourceRow> rowOfMain(String family) {
        return rows.rows(family).stream().min(Comparator.comparing(row -> rank(issueOf(row))));
    }

    /// The tenant.
    String company() {
        return canonical.value().substring("asapp:".length(), canonical.value().indexOf(":issue:"));
    }

    /// The source's id in a canonical one.
    static String sourceId(CanonicalId issue) {
        return issue.value().substring(issue.value().indexOf(":issue:") + ":issue:".length());
    }

    private String issueOf(SourceRow row) {
        return Objects.requireNonNullElse(row.id("issue_id"), "");
    }

    private int rank(String issueId) {
        if (issueId.equals(sourceId(canonical))) {
            return 0;
        }
        int alias = aliases.stream().map(IssueGroup::sourceId).toList().indexOf(issueId);
        return alias < 0 ? Integer.MAX_VALUE : alias + 1;
    }
}
