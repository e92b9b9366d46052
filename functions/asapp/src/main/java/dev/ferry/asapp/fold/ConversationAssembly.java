package dev.ferry.asapp.fold;

import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Conversation;
import dev.ferry.core.source.CustomerRef;
import dev.ferry.core.source.StructuredDataValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Assembles the conversations of a bucket, and what they contribute to customers and agents.
final class ConversationAssembly {
    private final AssemblyPorts ports;
    private final RowReader reader;
    private final ConversationSettings settings;
    private final ScopedFields scoped;
    private final Map<CanonicalId, CustomerContribution> customers = new TreeMap<>();
    private final Map<CanonicalId, AgentContribution> agents = new TreeMap<>();
    private final Map<CanonicalId, FieldObservation> observed = new TreeMap<>();

    ConversationAssembly(AssemblyPorts ports, RowReader reader, ConversationSettings settings, ScopedFields scoped) {
        this.ports = ports;
        this.reader = reader;
        this.settings = settings;
        this.scoped = scoped;
    }

    void assemble(BucketRun run) {
        new EntityGathering(ports, Optional.of(IdentitySpace.CONVERSATION)).forEachPage(run, page -> page(run, page));
        Contributions contributions = new Contributions(ports.fragments(), run.bucket());
        contributions.putCustomers(customers);
        contributions.putWorkload(agents);
        contributions.putObserved(observed);
    }

    private void page(BucketRun run, List<GatheredEntity> page) {
        List<IssueGroup> groups =
                page.stream().map(entity -> IssueGroup.read(entity, reader)).toList();
        CustomerResolution customersOf = CustomerResolution.of(ports.identities(), groups);
        AgentResolution agentsOf = AgentResolution.of(ports.identities(), groups);
        for (IssueGroup group : groups) {
            run.entity(group.rows());
            CustomerRef customer = customersOf.customer(group);
            new ConversationFold(group, settings, agentsOf)
                    .fold(customer, customersOf.account(customer))
                    .ifPresentOrElse(conversation -> stage(run, group, conversation), () -> hold(run, group));
        }
    }

    private void stage(BucketRun run, IssueGroup group, Conversation conversation) {
        run.stage(group.canonical(), conversation);
        run.count("attachments", conversation.attachments().size());
        run.count(
                "attachmentsWithBytes",
                conversation.attachments().stream()
                        .filter(file -> file.contentSha256() != null)
                        .count());
        if (conversation.incomplete() != null) {
            run.incomplete(group.canonical(), conversation.incomplete());
        }
        group.aliasIssueIds().forEach(alias -> run.joined(alias, group.canonical(), "issue merge of the source"));
        CustomerRef customer = conversation.customer();
        if (customer.id() != null) {
            customers.merge(
                    customer.id(),
                    CustomerContribution.of(conversation, group.person(), scoped.of(conversation)),
                    CustomerContribution::plus);
        }
        scoped.tellOfOrphans(run, conversation);
        conversation.structuredData().forEach(value -> observe(group.company(), value));
        String external = group.main().map(main -> main.id("external_rep_id")).orElse(null);
        AgentShares.of(conversation, external)
                .forEach((agent, share) -> agents.merge(agent, share, AgentContribution::plus));
    }

    private void observe(String company, StructuredDataValue value) {
        CanonicalId field = ConfigurationAssembly.field(company, value.fieldId());
        Stream.concat(
                        Stream.ofNullable(value.value()),
                        value.history().stream()
                                .map(StructuredDataValue.PastValue::value)
                                .filter(Objects::nonNull))
                .forEach(text -> observed.merge(field, FieldObservation.of(value, text), FieldObservation::plus));
    }

    /// What no channel describes is not staged: an issue that only events know is listed as a gap.
    private void hold(BucketRun run, IssueGroup group) {
        new GapFold(group, settings.asOf())
                .gap()
                .ifPresentOrElse(
                        gap -> run.gap(group.canonical(), gap),
                        () -> run.quarantine(
                                group.canonical(),
                                "NO_CONVERSATION_ROW",
                                "rows of " + group.rows().sources() + " but none that describes the conversation"));
    }
}
