package dev.ferry.asapp.client.conversation;

/// ASAPP's own id of a conversation of the AI Services, for example `01BX5ZZKBKACTAV9WEVGEMMVRZ`.
public record ConversationId(String value) {
    /// Refuses what cannot be one.
    public ConversationId {
        if (!value.matches("[A-Z0-9]+")) {
            throw new IllegalArgumentException("A conversation's id has capital letters and digits only");
        }
    }
}
