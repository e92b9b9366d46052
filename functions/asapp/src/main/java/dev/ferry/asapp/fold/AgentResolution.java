package dev.ferry.asapp.fold;

import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Which agents the ids mean that the client's own systems use: AI Services name agents by no other. One lookup a
/// page.
final class AgentResolution {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "fx_staging_conversation_state", List.of("last_agent_id"),
            "fx_staging_utterance_state", List.of("sender_id"),
            "fx_autosummary_free_text", List.of("agent_id"),
            "fx_autosummary_feedback", List.of("agent_id"),
            "fx_autosummary_structured_data", List.of("agent_id"),
            "fx_conversation_files", List.of("agent.external_id", "sender_id"),
            "api_conversations", List.of("agent.externalId"),
            "api_messages", List.of("sender.externalId"));

    private static final Map<String, String> ROLES = Map.of(
            "fx_staging_utterance_state", "sender_type",
            "fx_conversation_files", "sender_type",
            "api_messages", "sender.role");

    /// Knows no agent by another id.
    static final AgentResolution NONE = new AgentResolution(Map.of());

    private final Map<CanonicalId, CanonicalId> agents;

    private AgentResolution(Map<CanonicalId, CanonicalId> agents) {
        this.agents = agents;
    }

    static AgentResolution of(IdentityStore identities, List<IssueGroup> groups) {
        Set<CanonicalId> nodes = new TreeSet<>();
        for (IssueGroup group : groups) {
            namedBy(group, (family, row) -> !isCustomers(family, row))
                    .forEach(external -> nodes.add(CanonicalIds.agentByExternalId(group.company(), external)));
        }
        return new AgentResolution(nodes.isEmpty() ? Map.of() : identities.lookup(IdentitySpace.AGENT, nodes));
    }

    /// The ids that the client's systems use for the agents who worked on a conversation.
    static SortedSet<String> externalIds(IssueGroup group) {
        SortedSet<String> agents = namedBy(group, AgentResolution::isAgents);
        group.rows().rows("convos_metadata").forEach(row -> add(agents, row.id("external_rep_id")));
        return agents;
    }

    private static SortedSet<String> namedBy(IssueGroup group, BiPredicate<String, SourceRow> counts) {
        SortedSet<String> agents = new TreeSet<>();
        COLUMNS.forEach((family, columns) -> {
            for (SourceRow row : group.rows().rows(family)) {
                if (counts.test(family, row)) {
                    columns.forEach(column -> add(agents, row.id(column)));
                }
            }
        });
        for (SourceRow row : group.rows().rows("fx_staging_conversation_state")) {
            agents.addAll(BracketedList.parse(row.text("all_agent_ids")));
        }
        return agents;
    }

    private static void add(Set<String> agents, @Nullable String agent) {
        if (agent != null) {
            agents.add(agent);
        }
    }

    private static boolean isAgents(String family, SourceRow row) {
        String column = ROLES.get(family);
        String role = column == null ? null : row.text(column);
        return column == null || (role != null && role.toLowerCase(Locale.ROOT).endsWith("agent"));
    }

    private static boolean isCustomers(String family, SourceRow row) {
        String column = ROLES.get(family);
        String role = column == null ? null : row.text(column);
        return role != null && role.toLowerCase(Locale.ROOT).endsWith("customer");
    }

    /// The agent; one who is known by that id only keeps it.
    @Nullable
    CanonicalId agent(String company, @Nullable String externalId) {
        if (externalId == null) {
            return null;
        }
        CanonicalId node = CanonicalIds.agentByExternalId(company, externalId);
        return agents.getOrDefault(node, node);
    }
}
