package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// ContentDocumentLink can only be queried for given documents or given records, unless the user may query all
/// files.
final class ContentLinkFilter {
    private ContentLinkFilter() {}

    static void check(OrgState org, SObjectType type, Query query) {
        boolean guarded = type.name().equals("ContentDocumentLink")
                && org.rules().contentLinkFilterRequired()
                && !org.permissions().queryAllFiles();
        if (guarded && !filtered(query.where())) {
            throw SoqlException.malformed(
                    "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId"
                            + " or LinkedEntityId using the equals operator or multiple Id's using the IN operator.");
        }
    }

    private static boolean filtered(@Nullable Condition condition) {
        return switch (condition) {
            case null -> false;
            case Condition.And(List<Condition> parts) -> parts.stream().anyMatch(ContentLinkFilter::filtered);
            case Condition.Compare(Term term, String operator, Operand operand) -> operator.equals("=") && link(term);
            case Condition.In(Term term, boolean negated, List<Operand> operands) -> !negated && link(term);
            case Condition.InSelect(Term term, boolean negated, Query select) -> !negated && link(term);
            case Condition.Or or -> false;
            case Condition.Not not -> false;
            case Condition.Includes includes -> false;
        };
    }

    private static boolean link(Term term) {
        return term.path().equalsIgnoreCase("ContentDocumentId") || term.path().equalsIgnoreCase("LinkedEntityId");
    }
}
