package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.Map;
import java.util.TreeMap;

/// Settles which agent the client's own id of an agent means. Of several agents with one such id the smallest
/// counts.
final class AgentIdentity {
    private final Map<CanonicalId, CanonicalId> agents = new TreeMap<>();

    void add(Link.AgentAlias alias) {
        agents.merge(
                CanonicalIds.agentByExternalId(alias.company(), alias.externalAgentId()),
                CanonicalIds.agent(alias.company(), alias.repId()),
                (a, b) -> IdOrder.BY_NUMBER.compare(a, b) <= 0 ? a : b);
    }

    /// The client's id to the agent.
    Map<CanonicalId, CanonicalId> settle() {
        return agents;
    }
}
