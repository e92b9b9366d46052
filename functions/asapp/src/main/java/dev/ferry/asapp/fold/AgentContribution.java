package dev.ferry.asapp.fold;

import dev.ferry.core.source.AgentWorkload;
import org.jspecify.annotations.Nullable;

/// What the conversations of one bucket say about one agent.
///
/// @param externalAgentId the client's id of the agent as conversations name it; of several the smallest
record AgentContribution(AgentWorkload work, @Nullable String externalAgentId) {
    static final AgentContribution NONE = new AgentContribution(new AgentWorkload(0, 0, 0), null);

    static AgentContribution of(int conversations, int lastAgentOf, double handleSeconds) {
        return new AgentContribution(new AgentWorkload(conversations, lastAgentOf, handleSeconds), null);
    }

    /// Both together.
    AgentContribution plus(AgentContribution other) {
        return new AgentContribution(work.plus(other.work), smaller(externalAgentId, other.externalAgentId));
    }

    private static @Nullable String smaller(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }
}
