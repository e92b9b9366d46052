package dev.ferry.core.source;

/// The ways in which a contact centre gives out what it holds. Of two channels that say the same, the first wins.
public enum SourceChannel {
    /// Batch feeds of ASAPP Messaging.
    BATCH,
    /// Feeds of AI Services.
    FILE_EXPORTER,
    /// Feeds for attachments and whole conversations, which only some tenants have.
    EXTENSION,
    /// Single conversations, asked for by id.
    CONVERSATION_API,
    /// Pushed events, which a later batch may correct.
    REALTIME,
    /// What the source generated because a migration asked for it.
    SUMMARY_API
}
