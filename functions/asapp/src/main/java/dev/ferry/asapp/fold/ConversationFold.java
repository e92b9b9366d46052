package dev.ferry.asapp.fold;

import dev.ferry.core.source.Assignment;
import dev.ferry.core.source.Attachment;
import dev.ferry.core.source.Call;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Conversation;
import dev.ferry.core.source.ConversationIdentity;
import dev.ferry.core.source.ConversationIntent;
import dev.ferry.core.source.CustomerRef;
import dev.ferry.core.source.EngagementKind;
import dev.ferry.core.source.Incompleteness;
import dev.ferry.core.source.Message;
import dev.ferry.core.source.StructuredDataValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds the rows of one conversation from all channels into its canonical record.
///
/// The best channel that knows the conversation as a whole describes it: batch feeds, then AI Services, then its
/// own file, then the Conversations API. What hangs on it comes from all of them. Messages that no row describes
/// are a conversation too, of which that row is missing.
final class ConversationFold {
    private final IssueGroup group;
    private final ConversationSettings settings;
    private final AgentResolution agents;

    ConversationFold(IssueGroup group, ConversationSettings settings, AgentResolution agents) {
        this.group = group;
        this.settings = settings;
        this.agents = agents;
    }

    /// The canonical record; empty when no channel describes the conversation.
    ///
    /// @param customer who the conversation was with, resolved
    /// @param account the account that the customer belongs to
    Optional<Conversation> fold(CustomerRef customer, @Nullable CanonicalId account) {
        RowTable rows = group.rows();
        RoutingFold routing = new RoutingFold(group.company(), rows);
        List<Message> messages = new MessageFold(group, new AiMessages(group, agents, settings)).fold();
        List<Assignment> assignments = routing.assignments();
        return portrait(messages, assignments)
                .map(portrait -> conversation(
                        portrait, new Parts(customer, account, messages, assignments, routing), new FactFold(group)));
    }

    /// What the customer wanted, as far as a feed says it.
    Optional<ConversationIntent> intentOfFeeds() {
        List<Message> messages = new MessageFold(group, new AiMessages(group, agents, settings)).fold();
        return portrait(messages, new RoutingFold(group.company(), group.rows()).assignments())
                .map(Portrait::intent);
    }

    private Optional<Portrait> portrait(List<Message> messages, List<Assignment> assignments) {
        SourceRow main = group.main().orElse(null);
        if (main != null) {
            return Optional.of(new BatchPortrait(group, main, settings).portrait(assignments));
        }
        if (!group.rows().rows("fx_staging_conversation_state").isEmpty()) {
            return Optional.of(new ExporterPortrait(group, agents, settings).portrait(messages));
        }
        FileHeader header = FileHeader.of(group);
        if (header.row().isPresent()) {
            return Optional.of(new FilePortrait(group, header, agents, settings).portrait(messages));
        }
        return group.rows().rows("api_conversations").isEmpty() && messages.isEmpty()
                ? Optional.empty()
                : Optional.of(new ApiPortrait(group, agents, settings).portrait(messages));
    }

    private Conversation conversation(Portrait portrait, Parts parts, FactFold facts) {
        RowTable rows = group.rows();
        NoteFold notes = new NoteFold(group.company(), rows);
        SummaryFold summaries = new SummaryFold(group, agents);
        GeneratedFold generated = new GeneratedFold(group);
        List<Attachment> attachments = new AttachmentFold(group, parts.messages).fold();
        List<Message> messages = carrying(parts.messages, attachments);
        return new Conversation(
                identity(portrait),
                portrait.state(),
                portrait.times(),
                portrait.context(),
                parts.customer,
                parts.account,
                portrait.agents(),
                portrait.queue(),
                portrait.intent() == null ? generated.intent(settings.intents()).orElse(null) : portrait.intent(),
                portrait.subject(),
                portrait.outcome(),
                new SegmentFold(group, settings).fold(portrait),
                summaries.summary().or(notes::summary).or(generated::summary).orElse(null),
                facts.summaryTags(),
                facts.customerParams(),
                facts.metrics(),
                facts.feedback(),
                structuredData(generated),
                messages,
                calls(portrait, parts.routing),
                parts.assignments,
                parts.routing.transfers(),
                parts.routing.queueHistory(),
                Stream.concat(notes.notes(messages).stream(), summaries.notes().stream())
                        .toList(),
                attachments,
                missing(messages),
                rows.superseded(),
                rows.channels(),
                rows.sources(),
                rows.files());
    }

    private List<StructuredDataValue> structuredData(GeneratedFold generated) {
        List<StructuredDataValue> ofFeeds = new StructuredDataFold(group, agents).fold();
        return ofFeeds.isEmpty() ? generated.structuredData() : ofFeeds;
    }

    private ConversationIdentity identity(Portrait portrait) {
        return new ConversationIdentity(
                group.canonical(),
                group.company(),
                group.issueId().orElse(null),
                group.conversationId().orElse(null),
                portrait.externalId(),
                group.aliasIssueIds());
    }

    private @Nullable Incompleteness missing(List<Message> messages) {
        return new CompletenessFold(group, messages, settings.unfinished())
                .incompleteness()
                .orElse(null);
    }

    private List<Call> calls(Portrait portrait, RoutingFold routing) {
        return portrait.state().kind() == EngagementKind.CALL
                ? routing.calls(
                        IssueGroup.sourceId(group.canonical()),
                        portrait.times(),
                        group.issueId().isPresent() ? null : portrait.agents().lastAgentId())
                : List.of();
    }

    private static List<Message> carrying(List<Message> messages, List<Attachment> attachments) {
        Map<CanonicalId, List<CanonicalId>> byMessage = new HashMap<>();
        for (Attachment attachment : attachments) {
            if (attachment.messageId() != null) {
                byMessage
                        .computeIfAbsent(attachment.messageId(), _ -> new ArrayList<>())
                        .add(attachment.id());
            }
        }
        return byMessage.isEmpty()
                ? messages
                : messages.stream()
                        .map(message -> byMessage.containsKey(message.id())
                                ? message.carrying(byMessage.getOrDefault(message.id(), List.of()))
                                : message)
                        .toList();
    }

    /// What was folded before the portrait was drawn.
    private record Parts(
            CustomerRef customer,
            @Nullable CanonicalId account,
            List<Message> messages,
            List<Assignment> assignments,
            RoutingFold routing) {}
}
