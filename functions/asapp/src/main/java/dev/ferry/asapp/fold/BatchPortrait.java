package dev.ferry.asapp.fold;

import dev.ferry.core.source.Assignment;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.ConversationAgents;
import dev.ferry.core.source.ConversationContext;
import dev.ferry.core.source.ConversationIntent;
import dev.ferry.core.source.ConversationOutcome;
import dev.ferry.core.source.ConversationState;
import dev.ferry.core.source.ConversationStatus;
import dev.ferry.core.source.ConversationTimes;
import dev.ferry.core.source.EngagementKind;
import dev.ferry.core.source.QueueRef;
import dev.ferry.core.source.StatusBasis;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the batch feeds of ASAPP Messaging say of a conversation. A later event may say provisionally that it
/// ended.
final class BatchPortrait {
    private static final int SUBJECT_LENGTH = 80;

    private final IssueGroup group;
    private final SourceRow main;
    private final ConversationSettings settings;
    private final String company;

    BatchPortrait(IssueGroup group, SourceRow main, ConversationSettings settings) {
        this.group = group;
        this.main = main;
        this.settings = settings;
        this.company = group.company();
    }

    Portrait portrait(List<Assignment> assignments) {
        ConversationIntent intent = intent();
        ConversationTimes times = times();
        Optional<JourneyState.Ending> ending = JourneyState.of(group)
                .ofIssue(String.valueOf(main.id("issue_id")))
                .endingAfter(times.lastEventAt());
        return new Portrait(
                state(times, ending),
                ending.map(JourneyState.Ending::at).map(at -> ended(times, at)).orElse(times),
                context(),
                agents(assignments),
                queue(),
                intent,
                subject(intent),
                main.text("external_issue_id"),
                outcome());
    }

    private ConversationState state(ConversationTimes times, Optional<JourneyState.Ending> ending) {
        ConversationStatus status = status(times);
        return ending.map(end -> new ConversationState(kind(), end.status(), StatusBasis.REALTIME_NEWER, true, status))
                .orElseGet(() -> new ConversationState(kind(), status, StatusBasis.BATCH_FLAGS, false, null));
    }

    private static ConversationTimes ended(ConversationTimes times, Instant at) {
        return new ConversationTimes(
                times.createdAt(), times.firstMessageAt(), times.assignedAt(), at, times.lastEventAt());
    }

    private EngagementKind kind() {
        boolean voice = group.rows().rows("convos_metadata").stream()
                        .anyMatch(row -> row.text("desk_mode_flag") != null || isVoice(row.text("platform")))
                || group.rows().rows("rep_convos").stream()
                        .anyMatch(row -> "VOICE".equalsIgnoreCase(row.text("client_mode")));
        return voice ? EngagementKind.CALL : EngagementKind.MESSAGING;
    }

    static boolean isVoice(@Nullable String platform) {
        return platform != null && platform.toLowerCase(Locale.ROOT).startsWith("voice");
    }

    /// The flags in the order of the reference, section 9. A merge is no status: the issue is part of another
    /// one.
    private ConversationStatus status(ConversationTimes times) {
        if (times.endedAt() == null) {
            return ConversationStatus.OPEN;
        }
        if (main.flag("ended_resolved")) {
            return ConversationStatus.RESOLVED;
        }
        if (main.flag("ended_unresolved")) {
            return ConversationStatus.UNRESOLVED;
        }
        if (main.flag("ended_timeout")) {
            return ConversationStatus.TIMED_OUT;
        }
        return main.flag("ended_auto") ? ConversationStatus.AUTO_ENDED : ConversationStatus.OTHER_ENDED;
    }

    private ConversationTimes times() {
        return new ConversationTimes(
                main.time("issue_created_ts"),
                main.time("first_utterance_ts"),
                main.time("assigned_to_rep_time"),
                main.time("conversation_end_ts"),
                main.time("last_event_ts"));
    }

    private ConversationContext context() {
        return new ConversationContext(
                main.text("platform"),
                main.text("device_type"),
                main.text("language_code"),
                main.text("company_subdivision"),
                BracketedList.parse(main.text("company_segments")));
    }

    private ConversationAgents agents(List<Assignment> assignments) {
        List<CanonicalId> inOrder =
                assignments.stream().map(Assignment::agentId).distinct().toList();
        return new ConversationAgents(agent("first_rep_id"), agent("last_rep_id"), inOrder);
    }

    private @Nullable CanonicalId agent(String column) {
        String rep = main.id(column);
        return rep == null ? null : CanonicalIds.agent(company, rep);
    }

    private @Nullable QueueRef queue() {
        String id = main.id("issue_queue_id");
        return id == null ? null : new QueueRef(id, main.text("issue_queue_name"));
    }

    private @Nullable ConversationIntent intent() {
        SourceRow row = group.rowOfMain("convos_intents").orElse(null);
        if (row == null) {
            return group.rowOfMain("voice_intents").map(this::voiceIntent).orElse(null);
        }
        String last = row.text("final_intent_code");
        return new ConversationIntent(
                row.text("first_intent_code"),
                last,
                settings.intents().name(company, last),
                BracketedList.parse(row.text("intent_path")));
    }

    private ConversationIntent voiceIntent(SourceRow row) {
        String code = row.text("voice_intent_code");
        String name = settings.intents().name(company, code);
        return new ConversationIntent(
                code,
                code,
                name == null ? row.text("voice_intent_name") : name,
                code == null ? List.of() : List.of(code));
    }

    private @Nullable String subject(@Nullable ConversationIntent intent) {
        if (intent != null && intent.finalName() != null) {
            return intent.finalName();
        }
        return beginning(main.text("first_utterance_text"));
    }

    /// As much of a text as makes a subject.
    static @Nullable String beginning(@Nullable String text) {
        return text == null || text.length() <= SUBJECT_LENGTH ? text : CleanText.of(text.substring(0, SUBJECT_LENGTH));
    }

    private ConversationOutcome outcome() {
        String subsidiary = group.rowOfMain("issue_type")
                .map(row -> row.text("subsidiary_name"))
                .orElse(null);
        Double csat = main.number("csat_rating");
        return new ConversationOutcome(
                csat,
                csat == null || subsidiary == null
                        ? null
                        : settings.csatScales().get(subsidiary),
                main.text("sentiment_valence"),
                main.text("disposition_event_type"),
                main.text("disposition_notes"),
                main.text("termination_event_type"),
                subsidiary);
    }
}
