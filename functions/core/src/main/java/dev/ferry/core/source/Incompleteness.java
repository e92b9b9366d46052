package dev.ferry.core.source;

import java.util.List;

/// What is known to be missing from a conversation.
///
/// @param reason for example `UNPUBLISHED_PARTITION` or `MESSAGES_MISSING`
/// @param feed the feed that would hold it
/// @param partitions the unfinished partitions that may hold it
/// @param missingMessages how many messages the source counted that did not arrive
public record Incompleteness(String reason, String feed, List<String> partitions, int missingMessages) {
    public Incompleteness {
        partitions = List.copyOf(partitions);
    }
}
