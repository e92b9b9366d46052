package dev.ferry.asapp.fold;

import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.client.summary.SummaryKey;
import dev.ferry.asapp.summaries.Generation;
import dev.ferry.asapp.summaries.GenerationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What ASAPP is to generate of a conversation: what the configuration names, no feed has, and no earlier run has
/// had generated. A conversation without a message is left out, since there is nothing to tell of it.
final class PlanGenerations {
    private final Set<GeneratingCall> calls;
    private final ConversationSettings settings;

    /// @param calls those that the configuration names
    PlanGenerations(Set<GeneratingCall> calls, ConversationSettings settings) {
        this.calls = new TreeSet<>(calls);
        this.settings = settings;
    }

    /// The plan of one conversation.
    GenerationPlan of(IssueGroup group) {
        Optional<SummaryKey> about = about(group);
        if (calls.isEmpty() || about.isEmpty() || isSilent(group)) {
            return GenerationPlan.NONE;
        }
        List<Generation> generations = new ArrayList<>();
        long saved = 0;
        long before = 0;
        for (GeneratingCall call : calls) {
            if (feedsHave(group, call)) {
                saved++;
            } else if (new GeneratedFold(group).has(call)) {
                before++;
            } else {
                generations.add(new Generation(call, about.get()));
            }
        }
        return new GenerationPlan(generations, saved, before);
    }

    /// By the id of AI Services where there is one that can be asked for, else by the issue's.
    private static Optional<SummaryKey> about(IssueGroup group) {
        return group.conversationId()
                .filter(ConversationId::canBe)
                .<SummaryKey>map(id -> new SummaryKey.ByConversation(new ConversationId(id)))
                .or(() -> group.issueId().map(SummaryKey.ByIssue::new));
    }

    private boolean isSilent(IssueGroup group) {
        return new MessageFold(group, new AiMessages(group, AgentResolution.NONE, settings))
                .fold()
                .isEmpty();
    }

    private boolean feedsHave(IssueGroup group, GeneratingCall call) {
        return switch (call) {
            case FREE_TEXT_SUMMARIES ->
                new SummaryFold(group, AgentResolution.NONE)
                        .summary()
                        .or(() -> new NoteFold(group.company(), group.rows()).summary())
                        .isPresent();
            case STRUCTURED_DATA ->
                !new StructuredDataFold(group, AgentResolution.NONE).fold().isEmpty();
            case INTENT ->
                new ConversationFold(group, settings, AgentResolution.NONE)
                        .intentOfFeeds()
                        .isPresent();
        };
    }
}
