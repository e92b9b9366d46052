package dev.ferry.local.intercom;

/// A person who works in the workspace.
///
/// @param inboxSeat whether the person can act on conversations
public record AdminDefinition(String name, String email, boolean inboxSeat) {

    public AdminDefinition {
        if (email.isBlank()) {
            throw new IllegalArgumentException("An admin has an e-mail address");
        }
    }

    /// The admin whose token a migration uses.
    public static AdminDefinition migration() {
        return new AdminDefinition("Migration", "migration@ferry.example", true);
    }

    @Override
    public String toString() {
        return "***";
    }
}
