package dev.ferry.asapp.client.conversation;

/// The client's own id of a conversation.
public record ExternalId(String value) {
    /// Refuses an empty id, with which everything or nothing would be meant.
    public ExternalId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An external id cannot be blank");
        }
    }
}
