package dev.ferry.asapp.client.conversation;

/// ASAPP's own id of a conversation of the AI Services, for example `01BX5ZZKBKACTAV9WEVGEMMVRZ`.
public record ConversationId(String value) {
    /// Refuses what cannot be one.
    public ConversationId {
        if (!canBe(value)) {
            throw new IllegalArgumentException("A conversation's id has capital letters and digits only");
        }
    }

    /// Whether the API can be asked for it: feeds also have ids of other spellings.
    public static boolean canBe(String value) {
        return value.matches("[A-Z0-9]+");
    }
}
