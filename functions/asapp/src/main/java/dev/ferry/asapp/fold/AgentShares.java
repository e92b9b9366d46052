package dev.ferry.asapp.fold;

import dev.ferry.core.source.AgentWorkload;
import dev.ferry.core.source.Assignment;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Conversation;
import dev.ferry.core.source.Message;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What one conversation contributes to each of the agents that it names.
final class AgentShares {
    private AgentShares() {}

    /// The shares by agent. An agent who only wrote or is only named gets an empty share, so as to be known.
    ///
    /// @param externalAgentId the client's id of the last agent, as the batch row gives it
    static Map<CanonicalId, AgentContribution> of(Conversation conversation, @Nullable String externalAgentId) {
        Map<CanonicalId, AgentContribution> shares = new TreeMap<>();
        conversation.messages().stream().map(Message::agentId).forEach(agent -> name(shares, agent));
        name(shares, conversation.agents().firstAgentId());
        conversation.agents().agentIds().forEach(agent -> add(shares, agent, AgentContribution.of(1, 0, 0)));
        for (Assignment assignment : conversation.assignments()) {
            double seconds = assignment.handleSeconds() == null ? 0 : assignment.handleSeconds();
            add(shares, assignment.agentId(), AgentContribution.of(0, 0, seconds));
        }
        CanonicalId last = conversation.agents().lastAgentId();
        if (last != null) {
            add(shares, last, new AgentContribution(new AgentWorkload(0, 1, 0), externalAgentId));
        }
        return shares;
    }

    private static void name(Map<CanonicalId, AgentContribution> shares, @Nullable CanonicalId agent) {
        if (agent != null) {
            add(shares, agent, AgentContribution.NONE);
        }
    }

    private static void add(Map<CanonicalId, AgentContribution> shares, CanonicalId agent, AgentContribution share) {
        shares.merge(agent, share, AgentContribution::plus);
    }
}
