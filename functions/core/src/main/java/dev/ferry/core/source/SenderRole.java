package dev.ferry.core.source;

/// Who said something. Notes and whispers never reach the customer.
public enum SenderRole {
    CUSTOMER,
    AGENT,
    BOT,
    SYSTEM,
    NOTE,
    SUPERVISOR_WHISPER;

    /// Whether the customer must never see it.
    public boolean internal() {
        return this == NOTE || this == SUPERVISOR_WHISPER;
    }
}
