package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The agents of a conversation, in order of assignment.
public record ConversationAgents(
        @Nullable CanonicalId firstAgentId, @Nullable CanonicalId lastAgentId, List<CanonicalId> agentIds) {
    public ConversationAgents {
        agentIds = List.copyOf(agentIds);
    }
}
