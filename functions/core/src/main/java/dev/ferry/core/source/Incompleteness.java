package dev.ferry.core.source;

import java.util.List;

/// What is known to be missing from a conversation.
///
/// @param reason `UNPUBLISHED_PARTITION`, `MESSAGES_MISSING`, `TEXT_PURGED`, or `NO_CONVERSATION_ROW` when only
/// messages are known
/// @param feed the feed that would hold it
/// @param partitions the unfinished partitions that may hold it
/// @param missingMessages how many messages the source counted that did not arrive, or lack their text
public record Incompleteness(String reason, String feed, List<String> partitions, int missingMessages) {
    public Incompleteness {
        partitions = List.copyOf(partitions);
    }
}
