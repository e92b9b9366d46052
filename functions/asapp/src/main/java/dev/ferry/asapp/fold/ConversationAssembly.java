package dev.ferry.asapp.fold;

import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Conversation;
import dev.ferry.core.source.CustomerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Assembles the conversations of a bucket, and what they contribute to customers and agents.
final class ConversationAssembly {
    private final AssemblyPorts ports;
    private final RowReader reader;
    private final ConversationSettings settings;
    private final Map<CanonicalId, CustomerContribution> customers = new TreeMap<>();
    private final Map<CanonicalId, AgentContribution> agents = new TreeMap<>();

    ConversationAssembly(AssemblyPorts ports, RowReader reader, ConversationSettings settings) {
        this.ports = ports;
        this.reader = reader;
        this.settings = settings;
    }

    void assemble(BucketRun run) {
        new EntityGathering(ports, Optional.of(IdentitySpace.CONVERSATION)).forEachPage(run, page -> page(run, page));
        Contributions contributions = new Contributions(ports.fragments(), run.bucket());
        contributions.putCustomers(customers);
        contributions.putWorkload(agents);
    }

    private void page(BucketRun run, List<GatheredEntity> page) {
        List<IssueGroup> groups = page.stream().map(this::rows).toList();
        CustomerResolution customersOf = CustomerResolution.of(ports.identities(), groups);
        for (IssueGroup group : groups) {
            run.entity(group.rows());
            group.main()
                    .ifPresentOrElse(
                            main -> stage(run, new ConversationFold(group, main, settings), customersOf, group),
                            () -> run.quarantine(
                                    group.canonical(),
                                    "NO_CONVERSATION_ROW",
                                    "rows of " + group.rows().sources() + " but none of convos_metadata"));
        }
    }

    private void stage(BucketRun run, ConversationFold fold, CustomerResolution customersOf, IssueGroup group) {
        CustomerRef customer = customersOf.customer(group);
        Conversation conversation = fold.fold(customer, customersOf.account(customer));
        run.stage(group.canonical(), conversation);
        if (conversation.incomplete() != null) {
            run.incomplete(group.canonical(), conversation.incomplete());
        }
        if (customer.id() != null) {
            customers.merge(customer.id(), CustomerContribution.of(conversation), CustomerContribution::plus);
        }
        String external = group.main().map(main -> main.id("external_rep_id")).orElse(null);
        AgentShares.of(conversation, external)
                .forEach((agent, share) -> agents.merge(agent, share, AgentContribution::plus));
    }

    private IssueGroup rows(GatheredEntity entity) {
        List<SourceRow> rows = new ArrayList<>();
        entity.fragments().forEach(fragment -> reader.read(fragment, rows::add));
        return new IssueGroup(entity.id(), entity.aliases(), RowTable.of(rows));
    }
}
