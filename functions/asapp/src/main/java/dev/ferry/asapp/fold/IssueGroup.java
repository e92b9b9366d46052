package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All rows of one conversation, and what they say about the issues in it.
///
/// *Threading*: immutable.
final class IssueGroup {
    private static final String ISSUE = ":issue:";
    private static final String CONVERSATION = ":conv:";

    private final CanonicalId canonical;
    private final List<CanonicalId> aliases;
    private final RowTable rows;
    private final String company;
    private final @Nullable String issueId;
    private final @Nullable SourceRow main;
    private final PersonEvidence person;

    private IssueGroup(CanonicalId canonical, List<CanonicalId> aliases, RowTable rows) {
        this.canonical = canonical;
        this.aliases = List.copyOf(aliases);
        this.rows = rows;
        int companyEnd = canonical.value().indexOf(isIssue(canonical) ? ISSUE : CONVERSATION);
        this.company = canonical.value().substring("asapp:".length(), companyEnd);
        this.issueId = isIssue(canonical) ? sourceId(canonical) : null;
        this.main = mainOf(rows.rows("convos_metadata"));
        this.person = PersonEvidence.of(rows, main);
    }

    /// The group of a gathered entity.
    static IssueGroup read(GatheredEntity entity, RowReader reader) {
        List<SourceRow> rows = new ArrayList<>();
        entity.fragments().forEach(fragment -> reader.read(fragment, rows::add));
        return new IssueGroup(entity.id(), entity.aliases(), RowTable.of(rows));
    }

    /// The issue that stands for the group, or the conversation of AI Services where no issue does.
    CanonicalId canonical() {
        return canonical;
    }

    /// All rows of it.
    RowTable rows() {
        return rows;
    }

    /// Who it was with.
    PersonEvidence person() {
        return person;
    }

    /// The batch row that describes the conversation: that of the canonical issue, else of the first alias that
    /// has one.
    Optional<SourceRow> main() {
        return Optional.ofNullable(main);
    }

    /// The row of a feed with one row an issue: that of the canonical issue, else of the first alias that has
    /// one.
    Optional<SourceRow> rowOfMain(String family) {
        return Optional.ofNullable(mainOf(rows.rows(family)));
    }

    /// Whether any channel has a row for the conversation as a whole.
    boolean isDescribed() {
        return main != null
                || !rows.rows("fx_staging_conversation_state").isEmpty()
                || FileHeader.of(this).row().isPresent()
                || !rows.rows("api_conversations").isEmpty();
    }

    /// The tenant.
    String company() {
        return company;
    }

    /// The id of the issue that stands for the group; empty for one that only AI Services know.
    Optional<String> issueId() {
        return Optional.ofNullable(issueId);
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
        return issueId != null
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

    private @Nullable SourceRow mainOf(List<SourceRow> rowsOfIssues) {
        return switch (rowsOfIssues.size()) {
            case 0 -> null;
            case 1 -> rowsOfIssues.getFirst();
            default -> Collections.min(rowsOfIssues, Comparator.comparing(row -> rank(issueOf(row))));
        };
    }

    private int rank(String issueId) {
        if (issueId.equals(this.issueId)) {
            return 0;
        }
        int alias = aliases.stream().map(IssueGroup::sourceId).toList().indexOf(issueId);
        return alias < 0 ? Integer.MAX_VALUE : alias + 1;
    }
}
