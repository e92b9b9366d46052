package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.SourceTime;
import dev.ferry.core.source.Incompleteness;
import dev.ferry.core.source.Message;
import dev.ferry.core.source.TextAvailability;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a conversation has a row that describes it, and all the messages that the source counted.
///
/// The metrics of an issue count what its customer, agents and bots said; when fewer arrived, the rest is missing:
/// most often it lies in a partition that was never finished.
final class CompletenessFold {
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long NANOS = 1_000_000_000;
    private static final String FEED = "utterances";
    private static final String MAIN = "convos_metadata";

    private final IssueGroup group;
    private final List<Message> messages;
    private final List<UnfinishedPartition> unfinished;

    CompletenessFold(IssueGroup group, List<Message> messages, List<UnfinishedPartition> unfinished) {
        this.group = group;
        this.messages = messages;
        this.unfinished = unfinished;
    }

    /// What is missing; empty for a complete conversation.
    Optional<Incompleteness> incompleteness() {
        if (!group.isDescribed()) {
            return Optional.of(undescribed());
        }
        Map<String, Integer> found = new HashMap<>();
        for (SourceRow row : group.rows().rows(FEED)) {
            String sender = String.valueOf(row.text("sender_type"));
            if (!sender.startsWith("rep_")) {
                found.merge(String.valueOf(row.id("issue_id")), 1, Integer::sum);
            }
        }
        int missing = 0;
        for (SourceRow metrics : group.rows().rows("convos_metrics")) {
            int ofIssue = counted(metrics) - found.getOrDefault(String.valueOf(metrics.id("issue_id")), 0);
            missing += Math.max(0, ofIssue);
        }
        missing -= onlyInAiServices();
        if (missing <= 0) {
            return purged();
        }
        List<String> partitions = partitions();
        String reason = partitions.isEmpty() ? "MESSAGES_MISSING" : "UNPUBLISHED_PARTITION";
        return Optional.of(new Incompleteness(reason, FEED, partitions, missing));
    }

    private Incompleteness undescribed() {
        long from = nanos(messages.getFirst().sentAt());
        long to = nanos(messages.getLast().sentAt());
        return group.issueId().isPresent()
                ? new Incompleteness("NO_CONVERSATION_ROW", MAIN, partitions(MAIN, from, to), 0)
                : new Incompleteness("NO_CONVERSATION_ROW", "staging_conversation_state", List.of(), 0);
    }

    private static long nanos(Instant moment) {
        return moment.getEpochSecond() * NANOS + moment.getNano();
    }

    /// How many messages AI Services have and batch feeds lack: they make up for missing rows.
    private int onlyInAiServices() {
        List<SourceRow> states = group.rows().rows("fx_staging_utterance_state");
        if (states.isEmpty()) {
            return 0;
        }
        Set<String> ids =
                states.stream().map(row -> String.valueOf(row.id("message_id"))).collect(Collectors.toSet());
        return (int) messages.stream()
                .filter(message -> !message.internal() && ids.contains(String.valueOf(message.messageId())))
                .count();
    }

    private Optional<Incompleteness> purged() {
        int purged = 0;
        for (Message message : messages) {
            purged += message.textAvailability() == TextAvailability.PURGED ? 1 : 0;
        }
        return purged == 0 ? Optional.empty() : Optional.of(new Incompleteness("TEXT_PURGED", FEED, List.of(), purged));
    }

    private static int counted(SourceRow metrics) {
        return count(metrics, "customer_sent_msgs")
                + count(metrics, "rep_sent_msgs")
                + count(metrics, "auto_generated_msgs");
    }

    private static int count(SourceRow metrics, String column) {
        Double value = metrics.number(column);
        return value == null ? 0 : value.intValue();
    }

    /// The unfinished partitions whose hour the conversation touches.
    private List<String> partitions() {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (SourceRow row : group.rows().rows(MAIN)) {
            for (String column : List.of("issue_created_ts", "conversation_end_ts", "last_event_ts")) {
                long at = row.nanos(column);
                from = at == SourceTime.NONE ? from : Math.min(from, at);
                to = Math.max(to, at);
            }
        }
        return partitions(FEED, from, to);
    }

    private List<String> partitions(String feed, long from, long to) {
        return unfinished.stream()
                .filter(partition -> partition.feed().equals(feed))
                .filter(partition -> partition.startNanos() <= to && partition.startNanos() + HOUR_NANOS > from)
                .map(UnfinishedPartition::partition)
                .sorted()
                .toList();
    }
}
