package dev.ferry.asapp.client.conversation;

import java.util.List;
import java.util.Optional;

/// Conversations and messages. Each call is one request of the budget; nothing is paged.
///
/// *Errors*: [dev.ferry.asapp.client.AsappException]; what is not there is empty and no error.
public interface Conversations {
    /// The conversations of an external id; normally one or none.
    List<ConversationRow> search(ExternalId externalId);

    /// One conversation.
    Optional<ConversationRow> find(ConversationId id);

    /// All messages of a conversation, the earliest first; none when there is no such conversation.
    List<MessageRow> messages(ConversationId id);

    /// All messages of the conversation of an external id, the earliest first: saves the search.
    List<MessageRow> messages(ExternalId externalId);

    /// One message.
    Optional<MessageRow> find(ConversationId conversation, MessageId message);
}
