package dev.ferry.local.salesforce.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parsed query. `limit` is -1 when there is none.
public record Query(
        List<SelectItem> select,
        String object,
        @Nullable Condition where,
        List<Term> groupBy,
        List<Order> orderBy,
        int limit,
        int offset) {

    /// One key of an ORDER BY.
    public record Order(Term term, boolean descending, boolean nullsLast) {}

    /// Whether the query is `SELECT COUNT()` alone.
    public boolean countOnly() {
        return select.size() == 1
                && select.getFirst() instanceof SelectItem.Aggregate(String function, String path, String alias)
                && path == null
                && alias == null
                && function.equals("COUNT");
    }

    /// Whether rows are gathered into groups.
    public boolean aggregates() {
        return !groupBy.isEmpty() || select.stream().anyMatch(SelectItem.Aggregate.class::isInstance);
    }
}
