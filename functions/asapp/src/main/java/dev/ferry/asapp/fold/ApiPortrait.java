package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.ConversationAgents;
import dev.ferry.core.source.ConversationContext;
import dev.ferry.core.source.ConversationIntent;
import dev.ferry.core.source.ConversationState;
import dev.ferry.core.source.ConversationStatus;
import dev.ferry.core.source.ConversationTimes;
import dev.ferry.core.source.EngagementKind;
import dev.ferry.core.source.Message;
import dev.ferry.core.source.QueueRef;
import dev.ferry.core.source.StatusBasis;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known of a conversation that no feed describes: an answer of the Conversations API, which says neither
/// when it was nor how it went, the events of the issue that it fills, or no more than its messages. All of it is
/// provisional. *Source*: reference, sections 2.3 and 5.
final class ApiPortrait {
    private final IssueGroup group;
    private final AgentResolution agents;
    private final ConversationSettings settings;
    private final JourneyState journey;

    ApiPortrait(IssueGroup group, AgentResolution agents, ConversationSettings settings) {
        this.group = group;
        this.agents = agents;
        this.settings = settings;
        this.journey = JourneyState.of(group);
    }

    Portrait portrait(List<Message> messages) {
        ConversationIntent intent = intent();
        ConversationTimes times = times(messages);
        return new Portrait(
                state(times),
                times,
                new ConversationContext(
                        null,
                        null,
                        null,
                        answered("metadata.subdivision")
                                .or(() -> journey.latest("meta_data.company_subdivision"))
                                .orElse(null),
                        BracketedList.parse(
                                journey.latest("meta_data.company_segments").orElse(null))),
                agents(messages),
                queue(),
                intent,
                intent != null && intent.finalName() != null
                        ? intent.finalName()
                        : ExporterPortrait.firstWords(messages),
                answered("externalId").or(this::externalId).orElse(null),
                Portrait.NO_OUTCOME);
    }

    private Optional<String> answered(String column) {
        return group.rows().newest("api_conversations").stream()
                .map(row -> row.text(column))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<String> externalId() {
        return Stream.of("fx_staging_utterance_state", "fx_utterances")
                .flatMap(family -> group.rows().newest(family).stream())
                .map(row -> row.text("external_conversation_id"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private ConversationState state(ConversationTimes times) {
        ConversationStatus status = journey.ending()
                .map(JourneyState.Ending::status)
                .orElseGet(() -> ExporterPortrait.byInactivity(times.lastEventAt(), settings.asOf()));
        StatusBasis basis = journey.ending().isPresent() ? StatusBasis.REALTIME_NEWER : StatusBasis.INACTIVITY;
        return new ConversationState(EngagementKind.MESSAGING, status, basis, true, null);
    }

    private ConversationTimes times(List<Message> messages) {
        Instant first = messages.isEmpty() ? null : messages.getFirst().sentAt();
        Instant last = messages.isEmpty() ? null : messages.getLast().sentAt();
        return new ConversationTimes(
                journey.latestTime("details.issue_start_ts").orElse(first),
                first,
                journey.latestTime("details.assigned_ts").orElse(null),
                journey.ending().map(JourneyState.Ending::at).orElse(null),
                journey.latestTime("meta_data.event_time").orElse(last));
    }

    private ConversationAgents agents(List<Message> messages) {
        CanonicalId agent = journey.latest("data.agent_id")
                .map(rep -> CanonicalIds.agent(group.company(), rep))
                .or(() -> answered("agent.externalId")
                        .map(external -> Objects.requireNonNull(agents.agent(group.company(), external))))
                .orElse(null);
        List<CanonicalId> all = Stream.concat(messages.stream().map(Message::agentId), Stream.ofNullable(agent))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ConversationAgents(all.isEmpty() ? null : all.getFirst(), agent, all);
    }

    private @Nullable QueueRef queue() {
        String id = journey.latest("data.queue_id").orElse(null);
        return id == null
                ? null
                : new QueueRef(id, journey.latest("data.queue_name").orElse(null));
    }

    private @Nullable ConversationIntent intent() {
        String code = journey.latest("details.intent_code").orElse(null);
        return code == null
                ? null
                : new ConversationIntent(
                        null,
                        code,
                        settings.intents().name(group.company(), code),
                        BracketedList.parse(
                                journey.latest("details.intent_code_path").orElse(null)));
    }
}
