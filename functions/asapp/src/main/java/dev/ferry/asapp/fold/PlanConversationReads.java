package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.conversations.ApiPlan;
import dev.ferry.asapp.conversations.ApiRead;
import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Plans what to ask the Conversations API for, and what to have generated, from the fragments of a bucket:
/// the unit of work of planning. It runs after identities are settled, since a batch row may give the text
/// that AI Services have purged.
///
/// Private messages are never asked for: the API does not give them.
public final class PlanConversationReads {
    private final AssemblyPorts ports;
    private final FeedCatalogue catalogue;
    private final ConversationSettings settings;
    private final PlanGenerations generations;

    /// @param asOf when the source is looked at
    /// @param generating the calls that may generate content; normally none
    public PlanConversationReads(
            AssemblyPorts ports, FeedCatalogue catalogue, Instant asOf, Set<GeneratingCall> generating) {
        this.ports = ports;
        this.catalogue = catalogue;
        this.settings = new ConversationSettings(new IntentNames(), List.of(), Map.of(), List.of(), asOf);
        this.generations = new PlanGenerations(generating, settings);
    }

    /// The plan of one bucket. The sum over all buckets is the plan of the migration.
    public ApiPlan run(Bucket bucket) {
        List<ApiPlan> plans = new ArrayList<>();
        RowReader reader = new RowReader(catalogue, ports.bodies());
        new EntityGathering(ports, Optional.of(IdentitySpace.CONVERSATION))
                .forEachPage(
                        new BucketRun(EntityKind.CONVERSATION, bucket, ports, catalogue, false),
                        page -> page.forEach(entity -> {
                            IssueGroup group = IssueGroup.read(entity, reader);
                            plans.add(plan(group)
                                    .withAgents(AgentResolution.externalIds(group))
                                    .withGeneration(generations.of(group)));
                        }));
        return plans.stream().reduce(ApiPlan.NONE, ApiPlan::plus);
    }

    private ApiPlan plan(IssueGroup group) {
        Optional<String> conversationId = group.conversationId();
        if (conversationId.filter(id -> !ConversationId.canBe(id)).isPresent()) {
            return ApiPlan.NONE;
        }
        if (conversationId.isEmpty()) {
            return search(group).map(read -> new ApiPlan(List.of(read), 0, 0)).orElse(ApiPlan.NONE);
        }
        if (!group.isDescribed()) {
            return new ApiPlan(List.of(new ApiRead.Whole(group.canonical(), conversationId.get())), 0, 0);
        }
        int lacking = (int) new MessageFold(group, new AiMessages(group, AgentResolution.NONE, settings))
                .fold().stream()
                        .filter(message -> message.text() == null && !message.internal())
                        .count();
        if (lacking == 0) {
            return new ApiPlan(List.of(), 1, 0);
        }
        return group.rows().rows("api_messages").isEmpty()
                ? new ApiPlan(List.of(new ApiRead.Messages(group.canonical(), conversationId.get(), lacking)), 0, 0)
                : new ApiPlan(List.of(), 0, 1);
    }

    /// An issue that should be in a batch by now and is not.
    private Optional<ApiRead> search(IssueGroup group) {
        return group.main().isPresent()
                ? Optional.empty()
                : new GapFold(group, settings.asOf())
                        .gap()
                        .filter(gap -> gap.exception())
                        .map(gap -> new ApiRead.Search(group.canonical(), gap.issueId()));
    }
}
