package dev.ferry.asapp.client.summary;

import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.client.conversation.ExternalId;

/// By which id a conversation is meant: exactly one.
///
/// An answer to any of them names the conversation's own id, which makes a call by issue the only documented bridge
/// between the two product lines.
public sealed interface SummaryKey {
    /// ASAPP's id of the AI Services.
    record ByConversation(ConversationId id) implements SummaryKey {}

    /// The client's id.
    record ByExternalConversation(ExternalId id) implements SummaryKey {}

    /// The issue's id of ASAPP Messaging.
    record ByIssue(String issueId) implements SummaryKey {}
}
