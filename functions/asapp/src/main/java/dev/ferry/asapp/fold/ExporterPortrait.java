package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.ConversationAgents;
import dev.ferry.core.source.ConversationContext;
import dev.ferry.core.source.ConversationIntent;
import dev.ferry.core.source.ConversationState;
import dev.ferry.core.source.ConversationStatus;
import dev.ferry.core.source.ConversationTimes;
import dev.ferry.core.source.EngagementKind;
import dev.ferry.core.source.Message;
import dev.ferry.core.source.SenderRole;
import dev.ferry.core.source.StatusBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the feeds of AI Services say of a conversation. Their rows describe hours; a field has the newest value
/// that any of them gives. *Source*: reference, sections 3.2, 9 and 12.
final class ExporterPortrait {
    private static final Duration INACTIVE = Duration.ofHours(24);

    private final IssueGroup group;
    private final List<SourceRow> newestFirst;
    private final AgentResolution agents;
    private final ConversationSettings settings;

    ExporterPortrait(IssueGroup group, AgentResolution agents, ConversationSettings settings) {
        this.group = group;
        this.newestFirst = group.rows().newest("fx_staging_conversation_state");
        this.agents = agents;
        this.settings = settings;
    }

    Portrait portrait(List<Message> messages) {
        ConversationIntent intent = intent();
        Instant endedAt = newestTime("contact_journey_contact_end_ts").orElse(null);
        ConversationTimes times = times(messages, endedAt);
        return new Portrait(
                state(times),
                times,
                context(),
                assigned(),
                null,
                intent,
                intent != null && intent.finalName() != null ? intent.finalName() : firstWords(messages),
                externalId(),
                Portrait.NO_OUTCOME);
    }

    /// The newest value of a column.
    Optional<String> newest(String column) {
        return newestFirst.stream()
                .map(row -> row.text(column))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// What the customer said first, as far as it makes a subject.
    static @Nullable String firstWords(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.role() == SenderRole.CUSTOMER && message.text() != null)
                .findFirst()
                .map(message -> BatchPortrait.beginning(message.text()))
                .orElse(null);
    }

    /// A conversation without an end is open while its last message is young.
    static ConversationStatus byInactivity(@Nullable Instant lastMessageAt, Instant asOf) {
        return lastMessageAt != null && lastMessageAt.isAfter(asOf.minus(INACTIVE))
                ? ConversationStatus.OPEN
                : ConversationStatus.OTHER_ENDED;
    }

    private ConversationState state(ConversationTimes times) {
        EngagementKind kind = newest("conversation_metadata_platform")
                        .filter(BatchPortrait::isVoice)
                        .isPresent()
                ? EngagementKind.CALL
                : EngagementKind.MESSAGING;
        return times.endedAt() != null
                ? new ConversationState(kind, ConversationStatus.OTHER_ENDED, StatusBasis.CONTACT_END, false, null)
                : new ConversationState(
                        kind, byInactivity(times.lastEventAt(), settings.asOf()), StatusBasis.INACTIVITY, false, null);
    }

    private ConversationTimes times(List<Message> messages, @Nullable Instant endedAt) {
        Instant created = earliest("conversation_start_ts")
                .or(() -> earliest("first_event_ts"))
                .orElse(null);
        Instant first = messages.isEmpty() ? null : messages.getFirst().sentAt();
        Instant last = Stream.of(
                        messages.isEmpty() ? null : messages.getLast().sentAt(),
                        newestTime("contact_journey_last_contact_utterance_ts").orElse(null),
                        newestTime("agent_last_utterance_ts").orElse(null))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new ConversationTimes(created == null ? first : created, first, null, endedAt, last);
    }

    private Optional<Instant> earliest(String column) {
        return newestFirst.stream()
                .map(row -> row.time(column))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> newestTime(String column) {
        return newestFirst.stream()
                .map(row -> row.time(column))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private ConversationContext context() {
        return new ConversationContext(
                newest("conversation_metadata_platform").orElse(null),
                newest("conversation_metadata_device_type").orElse(null),
                null,
                newest("conversation_metadata_company_subdivision").orElse(null),
                BracketedList.parse(
                        newest("conversation_metadata_company_segment").orElse(null)));
    }

    private ConversationAgents assigned() {
        List<CanonicalId> inOrder = new ArrayList<>();
        newestFirst.reversed().stream()
                .flatMap(row -> BracketedList.parse(row.text("all_agent_ids")).stream())
                .forEach(external -> add(inOrder, external));
        newest("last_agent_id").ifPresent(external -> add(inOrder, external));
        CanonicalId last = newest("last_agent_id")
                .map(external -> agents.agent(group.company(), external))
                .orElse(inOrder.isEmpty() ? null : inOrder.getLast());
        return new ConversationAgents(inOrder.isEmpty() ? null : inOrder.getFirst(), last, inOrder);
    }

    private void add(List<CanonicalId> inOrder, String external) {
        CanonicalId agent = agents.agent(group.company(), external);
        if (agent != null && !inOrder.contains(agent)) {
            inOrder.add(agent);
        }
    }

    private @Nullable ConversationIntent intent() {
        String first = newest("first_intent_intent_code").orElse(null);
        String single = newest("single_intent_intent_code").orElse(null);
        if (first == null && single == null) {
            return null;
        }
        String known = settings.intents().name(group.company(), single);
        return new ConversationIntent(
                first,
                single,
                known == null ? newest("single_intent_intent_name").orElse(null) : known,
                Stream.of(first, single).filter(Objects::nonNull).distinct().toList());
    }

    private @Nullable String externalId() {
        return newest("external_conversation_id")
                .or(() -> Optional.ofNullable(FileHeader.of(group).text("external_conversation_id")))
                .or(() -> group.rows().newest("api_conversations").stream()
                        .map(row -> row.text("externalId"))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }
}
