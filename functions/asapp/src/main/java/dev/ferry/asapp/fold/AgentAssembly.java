package dev.ferry.asapp.fold;

import dev.ferry.asapp.crosswalk.FragmentCrosswalk;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Fragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Assembles all agents: those of the feeds, those of the crosswalk, and those that only conversations name.
///
/// Agents are few, so they are in one bucket and all in memory; that is what makes shared addresses visible.
final class AgentAssembly {
    private final AssemblyPorts ports;
    private final RowReader reader;

    AgentAssembly(AssemblyPorts ports, RowReader reader) {
        this.ports = ports;
        this.reader = reader;
    }

    void assemble(BucketRun run) {
        Map<CanonicalId, AgentEvidence> agents = new TreeMap<>();
        Map<CanonicalId, AgentContribution> workload = new TreeMap<>();
        new EntityGathering(ports, Optional.empty())
                .forEachPage(run, page -> page.forEach(entity -> read(run, entity, agents, workload)));
        Map<CanonicalId, AgentEvidence> joined = joinByCrmId(run, agents);
        workload.keySet().forEach(agent -> {
            if (joined.putIfAbsent(agent, AgentEvidence.NONE) == null) {
                run.count("distinct", 1);
            }
        });
        Map<String, Long> sharing = new HashMap<>();
        joined.values().forEach(evidence -> evidence.email().ifPresent(e -> sharing.merge(e, 1L, Long::sum)));
        joined.forEach((id, evidence) -> run.stage(
                id,
                new AgentFold(id, evidence)
                        .fold(
                                workload.getOrDefault(id, AgentContribution.NONE),
                                evidence.email().map(sharing::get).orElse(0L) > 1)));
    }

    private void read(
            BucketRun run,
            GatheredEntity entity,
            Map<CanonicalId, AgentEvidence> agents,
            Map<CanonicalId, AgentContribution> workload) {
        if (entity.id().value().equals(Contributions.WORKLOAD)) {
            entity.fragments()
                    .forEach(fragment -> Contributions.workload(reader, fragment)
                            .forEach((agent, share) ->
                                    workload.merge(new CanonicalId(agent), share, AgentContribution::plus)));
            return;
        }
        List<SourceRow> rows = new ArrayList<>();
        SortedSet<CrosswalkRow> crosswalk = new TreeSet<>();
        for (Fragment fragment : entity.fragments()) {
            if (fragment.key().feed().equals(FragmentCrosswalk.AGENTS_FEED)) {
                crosswalk.addAll(CrosswalkRow.read(reader, fragment));
            } else {
                reader.read(fragment, rows::add);
            }
        }
        RowTable table = RowTable.of(rows);
        run.entity(table);
        run.count("receivedRows", crosswalk.size());
        run.count("distinctRows", crosswalk.size());
        agents.put(entity.id(), new AgentEvidence(table, List.copyOf(crosswalk)));
    }

    /// Gives crosswalk rows that name an agent by the client's id only to the agent who has that id.
    private static Map<CanonicalId, AgentEvidence> joinByCrmId(BucketRun run, Map<CanonicalId, AgentEvidence> agents) {
        Map<String, CanonicalId> byCrmId = new HashMap<>();
        agents.forEach((id, evidence) -> evidence.crmRepId()
                .filter(_ -> !FragmentCrosswalk.isByCrmId(id))
                .ifPresent(crm -> byCrmId.putIfAbsent(crm, id)));
        Map<CanonicalId, AgentEvidence> joined = new TreeMap<>(agents);
        agents.forEach((id, evidence) -> {
            CanonicalId owner = FragmentCrosswalk.isByCrmId(id)
                    ? evidence.crmRepId().map(byCrmId::get).orElse(null)
                    : null;
            if (owner != null) {
                joined.computeIfPresent(owner, (_, known) -> known.with(evidence));
                joined.remove(id);
                run.merged(id, owner, "crm_rep_id of the crosswalk");
            }
        });
        return joined;
    }
}
