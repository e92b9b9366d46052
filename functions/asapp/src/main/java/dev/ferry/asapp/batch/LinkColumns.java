package dev.ferry.asapp.batch;

import dev.ferry.core.identity.Link;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which links a feed shows, and the columns they are read from. *Source*: reference, sections 3.5 and 8.
public enum LinkColumns {
    /// Who a conversation was with, and that two ids of that person are one.
    CONVERSATION_OWNER("convos_metadata", "issue_id", "customer_id", "external_user_id", "external_issue_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            String issue = values.get(0);
            String customer = RowId.normal(values.get(1));
            String external = RowId.normal(values.get(2));
            if (customer != null || external != null) {
                links.accept(new Link.Person(company, customer, external, null, null, false, line));
            }
            if (issue != null && customer != null) {
                links.accept(new Link.Participation(company, RowId.id(issue), customer, line));
            }
            bridge(new Link.Bridge(company, issue, null, values.get(3), line), links);
        }
    },
    /// Issues of one voice session. An issue that was not merged has a row that points to itself.
    SESSION_MERGE("issue_session_merge", "issue_id", "first_issue_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            merge(company, values, line, links);
        }
    },
    /// A merge as the opportunity of the issue that took the other one in.
    OPPORTUNITY_MERGE("live_agent_opportunities", "merged_from_issue_id", "issue_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            merge(company, values, line, links);
        }
    },
    /// Which id the client's systems use for an agent.
    AGENT_ATTRIBUTE("rep_attributes", "rep_id", "external_rep_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            agent(company, values, line, links);
        }
    },
    /// The same, as events show it.
    AGENT_ACTIVITY("activity", "data.rep_id", "data.external_rep_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            agent(company, values, line, links);
        }
    },
    /// What the client calls a conversation of AI Services, and who it was with.
    EXPORTED_STATE("fx_staging_conversation_state", "conversation_id", "external_conversation_id", "customer_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            bridge(new Link.Bridge(company, null, values.get(0), values.get(1), line), links);
            contact(company, values.get(0), new Who(values.get(2), null), line, links);
        }
    },
    /// What the client calls the conversation of a message, also where no row describes the conversation as a
    /// whole.
    EXPORTED_UTTERANCE_STATE("fx_staging_utterance_state", "conversation_id", "external_conversation_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            bridge(new Link.Bridge(company, null, values.get(0), values.get(1), line), links);
        }
    },
    /// The same, as the text of the message shows it.
    EXPORTED_UTTERANCE("fx_utterances", "conversation_id", "external_conversation_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            bridge(new Link.Bridge(company, null, values.get(0), values.get(1), line), links);
        }
    },
    /// What the client calls a conversation, as the conversation's own file says it.
    CONVERSATION_FILE(
            "fx_conversation_files",
            "conversation_id",
            "external_conversation_id",
            "customer.external_id",
            "customer.email",
            "agent.rep_id",
            "agent.external_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            bridge(new Link.Bridge(company, null, values.get(0), values.get(1), line), links);
            contact(company, values.get(0), new Who(values.get(2), values.get(3)), line, links);
            agent(company, values.subList(4, 6), line, links);
        }
    },
    /// The same, as the Conversations API answers it.
    API_CONVERSATION("api_conversations", "id", "externalId", "customer.externalId") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            bridge(new Link.Bridge(company, null, values.get(0), values.get(1), line), links);
            contact(company, values.get(0), new Who(values.get(2), null), line, links);
        }
    },
    /// A file that is listed under the ids of both worlds.
    ATTACHMENT("fx_attachments", "issue_id", "conversation_id", "external_conversation_id") {
        @Override
        public void links(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
            bridge(new Link.Bridge(company, values.get(0), values.get(1), values.get(2), line), links);
        }
    };

    private final String family;
    private final List<String> columns;

    LinkColumns(String family, String... columns) {
        this.family = family;
        this.columns = List.of(columns);
    }

    /// What a feed shows; empty for most.
    public static Optional<LinkColumns> of(FeedSpec feed) {
        return Arrays.stream(values())
                .filter(links -> links.family.equals(feed.family()))
                .findFirst();
    }

    /// The columns that links are read from.
    public List<String> columns() {
        return columns;
    }

    /// Passes on the links of one row.
    ///
    /// @param values of [#columns], in their order
    public abstract void links(String company, List<@Nullable String> values, long line, Consumer<Link> links);

    private static void merge(String company, List<@Nullable String> aliasAndFirst, long line, Consumer<Link> links) {
        String alias = RowId.normal(aliasAndFirst.get(0));
        String first = RowId.normal(aliasAndFirst.get(1));
        if (alias != null && first != null && !alias.equals(first)) {
            links.accept(new Link.IssueMerge(company, alias, first, line));
        }
    }

    private static void agent(String company, List<@Nullable String> values, long line, Consumer<Link> links) {
        String rep = RowId.normal(values.get(0));
        String external = RowId.normal(values.get(1));
        if (rep != null && external != null) {
            links.accept(new Link.AgentAlias(company, rep, external, line));
        }
    }

    /// Passes a bridge on when it has two ends.
    private static void bridge(Link.Bridge shown, Consumer<Link> links) {
        Link.Bridge bridge = new Link.Bridge(
                shown.company(),
                RowId.normal(shown.issueId()),
                RowId.normal(shown.conversationId()),
                RowId.normal(shown.externalId()),
                shown.line());
        if (bridge.conversationId() != null || (bridge.issueId() != null && bridge.externalId() != null)) {
            links.accept(bridge);
        }
    }

    private static void contact(
            String company, @Nullable String conversation, Who who, long line, Consumer<Link> links) {
        String external = RowId.normal(who.externalId());
        String email = RowId.normal(who.email());
        if (conversation != null && (external != null || email != null)) {
            links.accept(new Link.Person(company, null, external, email, null, false, line));
            links.accept(new Link.Contact(company, RowId.id(conversation), external, email, line));
        }
    }

    private record Who(
            @Nullable String externalId, @Nullable String email) {}
}
