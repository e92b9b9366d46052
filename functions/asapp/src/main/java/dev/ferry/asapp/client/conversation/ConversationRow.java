package dev.ferry.asapp.client.conversation;

import dev.ferry.asapp.client.RawRow;

/// A conversation as the API tells it: no times, no status, the latest agent only.
public record ConversationRow(ConversationId id, ExternalId externalId, RawRow row) {}
