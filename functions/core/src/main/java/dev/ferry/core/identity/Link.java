package dev.ferry.core.identity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// Evidence that ids belong together, with the place that shows it. Links are read, never guessed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Link.IssueMerge.class, name = "merge"),
    @JsonSubTypes.Type(value = Link.Person.class, name = "person"),
    @JsonSubTypes.Type(value = Link.Participation.class, name = "part")
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
}
