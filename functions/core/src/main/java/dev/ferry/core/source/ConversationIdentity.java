package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a conversation is called in each of the source's id worlds.
///
/// @param aliasIssueIds issues that were merged into this one, in ascending order
public record ConversationIdentity(
        CanonicalId id,
        String company,
        @Nullable String issueId,
        @Nullable String conversationId,
        @Nullable String externalId,
        List<String> aliasIssueIds) {
    public ConversationIdentity {
        aliasIssueIds = List.copyOf(aliasIssueIds);
    }
}
