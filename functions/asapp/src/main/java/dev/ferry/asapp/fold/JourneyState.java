package dev.ferry.asapp.fold;

import dev.ferry.core.source.ConversationStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the pushed events of a conversation add up to.
///
/// A message repeats all that was known when it was sent, so of each field the value of the latest event counts
/// that has one, in whatever order they were delivered. *Source*: reference, section 5.
record JourneyState(List<SourceRow> latestFirst) {
    private static final Comparator<SourceRow> LATEST_LAST = Comparator.comparingLong(
                    (SourceRow row) -> row.nanos("meta_data.event_time"))
            .thenComparing(row -> String.valueOf(row.text("meta_data.create_time")))
            .thenComparing(row -> String.valueOf(row.id("event_id")));

    static JourneyState of(IssueGroup group) {
        return new JourneyState(group.rows().rows("journey").stream()
                .sorted(LATEST_LAST.reversed())
                .toList());
    }

    /// Only what is said of one of the conversation's issues.
    JourneyState ofIssue(String issueId) {
        return new JourneyState(latestFirst.stream()
                .filter(row -> issueId.equals(row.id("meta_data.issue_id")))
                .toList());
    }

    /// The latest value of a field.
    Optional<String> latest(String column) {
        return latestFirst.stream()
                .map(row -> row.text(column))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// The latest value of a time.
    Optional<Instant> latestTime(String column) {
        return latestFirst.stream()
                .map(row -> row.time(column))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// The end of the conversation, when events say so.
    Optional<Ending> ending() {
        return latestTime("details.issue_ended_ts").map(at -> new Ending(at, status()));
    }

    /// The same, only when it is later than a moment: what a batch row of that moment cannot know.
    Optional<Ending> endingAfter(@Nullable Instant moment) {
        return moment == null
                ? Optional.empty()
                : ending().filter(end -> end.at().isAfter(moment));
    }

    private ConversationStatus status() {
        if (latest("details.is_resolved").filter(Scalars::isTrue).isPresent()) {
            return ConversationStatus.RESOLVED;
        }
        return switch (latest("details.ended_type").orElse("")) {
            case "resolved" -> ConversationStatus.RESOLVED;
            case "unresolved" -> ConversationStatus.UNRESOLVED;
            case "timeout" -> ConversationStatus.TIMED_OUT;
            case "auto", "autoend" -> ConversationStatus.AUTO_ENDED;
            default -> ConversationStatus.OTHER_ENDED;
        };
    }

    /// When and how a conversation ended.
    record Ending(Instant at, ConversationStatus status) {}
}
