package dev.ferry.core.source;

import java.util.List;

/// What is known to be missing from a conversation.
///
/// @param reason for example `UNFINISHED_PARTITION`
/// @param partitions the partitions that would hold it
public record Incompleteness(String reason, List<String> partitions) {
    public Incompleteness {
        partitions = List.copyOf(partitions);
    }
}
