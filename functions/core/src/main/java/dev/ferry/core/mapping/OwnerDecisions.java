package dev.ferry.core.mapping;

import dev.ferry.core.source.CanonicalId;
import java.util.Map;

/// The decisions of the owner gate, as a mapping reads them. Implementations answer from memory: they are asked
/// for nearly every record.
public interface OwnerDecisions {

    /// The decision for an agent.
    OwnerDecision of(CanonicalId agent);

    /// Who owns what no agent had.
    OwnerDecision unassigned();

    /// Decisions from a map of agent to user; every other agent has the default owner.
    static OwnerDecisions of(Map<CanonicalId, String> users, String defaultOwner) {
        Map<CanonicalId, String> known = Map.copyOf(users);
        return new OwnerDecisions() {
            @Override
            public OwnerDecision of(CanonicalId agent) {
                String user = known.get(agent);
                return user == null ? unassigned() : new OwnerDecision.User(user);
            }

            @Override
            public OwnerDecision unassigned() {
                return new OwnerDecision.Default(defaultOwner);
            }
        };
    }
}
