package dev.ferry.asapp.batch;

import dev.ferry.core.identity.Link;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which links a feed shows, and the columns they are read from. *Source*: reference, sections 3.5 and 8.
enum LinkColumns {
    /// Who a conversation was with, and that two ids of that person are one.
    CONVERSATION_OWNER("convos_metadata", "issue_id", "customer_id", "external_user_id") {
        @Override
        void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            String issue = values.get(0);
            String customer = RowId.normal(values.get(1));
            String external = RowId.normal(values.get(2));
            if (customer != null || external != null) {
                links.accept(new Link.Person(company, customer, external, null, null, false, line));
            }
            if (issue != null && customer != null) {
                links.accept(new Link.Participation(company, RowId.id(issue), customer, line));
            }
        }
    },
    /// Issues of one voice session. An issue that was not merged has a row that points to itself.
    SESSION_MERGE("issue_session_merge", "issue_id", "first_issue_id") {
        @Override
        void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            merge(company, values, line, links);
        }
    },
    /// A merge as the opportunity of the issue that took the other one in.
    OPPORTUNITY_MERGE("live_agent_opportunities", "merged_from_issue_id", "issue_id") {
        @Override
        void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            merge(company, values, line, links);
        }
    };

    private final String family;
    private final List<String> columns;

    LinkColumns(String family, String... columns) {
        this.family = family;
        this.columns = List.of(columns);
    }

    /// What a feed shows; empty for most.
    static Optional<LinkColumns> of(FeedSpec feed) {
        return Arrays.stream(values())
                .filter(links -> links.family.equals(feed.family()))
                .findFirst();
    }

    List<String> columns() {
        return columns;
    }

    /// Passes on the links of one row.
    ///
    /// @param values of [#columns], in their order
    abstract void links(String company, List<@Nullable String> values, long line, Consumer<Link> links);

    private static void merge(String company, List<@Nullable String> aliasAndFirst, long line, Consumer<Link> links) {
        String alias = RowId.normal(aliasAndFirst.get(0));
        String first = RowId.normal(aliasAndFirst.get(1));
        if (alias != null && first != null && !alias.equals(first)) {
            links.accept(new Link.IssueMerge(company, alias, first, line));
        }
    }
}
