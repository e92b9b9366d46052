package dev.ferry.core.identity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// Evidence that ids belong together, with the place that shows it. Links are read, never guessed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Link.IssueMerge.class, name = "merge"),
    @JsonSubTypes.Type(value = Link.Person.class, name = "person"),
    @JsonSubTypes.Type(value = Link.Participation.class, name = "part"),
    @JsonSubTypes.Type(value = Link.Contact.class, name = "contact"),
    @JsonSubTypes.Type(value = Link.Bridge.class, name = "bridge"),
    @JsonSubTypes.Type(value = Link.AgentAlias.class, name = "agent")
})
public sealed interface Link {
    /// The tenant whose ids these are.
    String company();

    /// The line of the file that shows it, from 1.
    long line();

    /// An issue that is part of another one.
    ///
    /// @param first the issue it was merged into
    record IssueMerge(String company, String issueId, String first, long line) implements Link {}

    /// Ids of one person, at least one; and the domain and company that the same row gives.
    ///
    /// @param email as written
    /// @param domain the organisation's, as written; absent when the row gives none
    record Person(
            String company,
            @Nullable String customerId,
            @Nullable String externalUserId,
            @Nullable String email,
            @Nullable String domain,
            boolean crosswalk,
            long line)
            implements Link {
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /// A conversation that a customer took part in.
    record Participation(String company, String issueId, String customerId, long line) implements Link {}

    /// A conversation of AI Services that a customer took part in; the customer has at least one of both ids.
    ///
    /// @param email as written
    record Contact(
            String company,
            String conversationId,
            @Nullable String externalUserId,
            @Nullable String email,
            long line) implements Link {
        @Override
        public String toString() {
            return "Contact[***]";
        }
    }

    /// Ids of one conversation in different worlds.
    ///
    /// An issue and a conversation on one row are one. An issue and an external id, or a conversation and an
    /// external id, say half of it: they meet where both halves name the same external id and nothing else does.
    record Bridge(
            String company,
            @Nullable String issueId,
            @Nullable String conversationId,
            @Nullable String externalId,
            long line)
            implements Link {}

    /// An agent's id and the id that the client's own systems use for the agent.
    record AgentAlias(String company, String repId, String externalAgentId, long line) implements Link {}
}
