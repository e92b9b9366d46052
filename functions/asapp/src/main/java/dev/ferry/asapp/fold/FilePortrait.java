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
import dev.ferry.core.source.QueueRef;
import dev.ferry.core.source.StatusBasis;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a conversation's own file says of it: the only source of e-mail. *Source*: reference, section 3.6.
final class FilePortrait {
    private final IssueGroup group;
    private final FileHeader header;
    private final AgentResolution agents;
    private final ConversationSettings settings;

    FilePortrait(IssueGroup group, FileHeader header, AgentResolution agents, ConversationSettings settings) {
        this.group = group;
        this.header = header;
        this.agents = agents;
        this.settings = settings;
    }

    Portrait portrait(List<Message> messages) {
        ConversationIntent intent = intent();
        ConversationTimes times = times(messages);
        String subject = header.text("subject");
        return new Portrait(
                new ConversationState(kind(), status(times), StatusBasis.EXTENSION, false, null),
                times,
                new ConversationContext(null, null, null, null, List.of()),
                agents(messages),
                queue(),
                intent,
                subject == null ? ExporterPortrait.firstWords(messages) : subject,
                header.text("external_conversation_id"),
                Portrait.NO_OUTCOME);
    }

    private EngagementKind kind() {
        return "EMAIL".equalsIgnoreCase(header.text("kind")) ? EngagementKind.EMAIL : EngagementKind.MESSAGING;
    }

    private ConversationStatus status(ConversationTimes times) {
        String given = header.text("status");
        return Arrays.stream(ConversationStatus.values())
                .filter(status -> given != null && status.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> times.endedAt() != null
                        ? ConversationStatus.OTHER_ENDED
                        : ExporterPortrait.byInactivity(times.lastEventAt(), settings.asOf()));
    }

    private ConversationTimes times(List<Message> messages) {
        Instant first = messages.isEmpty() ? null : messages.getFirst().sentAt();
        Instant last = messages.isEmpty() ? null : messages.getLast().sentAt();
        return new ConversationTimes(time("created_ts"), first, null, time("ended_ts"), last);
    }

    private @Nullable Instant time(String column) {
        return header.row().map(row -> row.time(column)).orElse(null);
    }

    private ConversationAgents agents(List<Message> messages) {
        CanonicalId agent = header.agent(group.company(), agents);
        List<CanonicalId> all = Stream.concat(messages.stream().map(Message::agentId), Stream.ofNullable(agent))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ConversationAgents(
                all.isEmpty() ? null : all.getFirst(), agent == null && !all.isEmpty() ? all.getLast() : agent, all);
    }

    private @Nullable QueueRef queue() {
        String id = header.text("queue.id");
        return id == null ? null : new QueueRef(id, header.text("queue.name"));
    }

    private @Nullable ConversationIntent intent() {
        String code = header.text("intent_code");
        return code == null
                ? null
                : new ConversationIntent(null, code, settings.intents().name(group.company(), code), List.of());
    }
}
