package dev.ferry.asapp.fold;

import dev.ferry.core.source.Assignment;
import dev.ferry.core.source.Call;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.ConversationTimes;
import dev.ferry.core.source.QueueVisit;
import dev.ferry.core.source.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a conversation went through queues and hands. *Source*: reference, section 3.5.
final class RoutingFold {
    private final String company;
    private final RowTable rows;

    RoutingFold(String company, RowTable rows) {
        this.company = company;
        this.rows = rows;
    }

    /// The agents' turns in order of assignment.
    List<Assignment> assignments() {
        return rows.rowsBy("rep_convos", "issue_assigned_ts").stream()
                .map(row -> new Assignment(
                        agent(row, "rep_id"),
                        row.id("queue_id"),
                        required(row, "issue_assigned_ts"),
                        row.time("rep_first_response_ts"),
                        row.time("dispositioned_ts"),
                        row.number("handle_time_seconds"),
                        row.text("disposition_event_type"),
                        row.flag("is_ghost_customer"),
                        row.text("client_mode")))
                .toList();
    }

    /// The hand-overs in order of request.
    List<Transfer> transfers() {
        return rows.rowsBy("transfers", "timestamp_req").stream()
                .map(row -> {
                    boolean accepted = row.flag("accepted");
                    String to = firstOf(row, "actual_rep_transfer", "requested_rep_transfer");
                    return new Transfer(
                            agent(row, "rep_id"),
                            to == null ? null : CanonicalIds.agent(company, to),
                            firstOf(row, "group_transfer_to", "requested_group_transfer_id"),
                            required(row, "timestamp_req"),
                            accepted ? row.time("timestamp_reply") : null,
                            accepted);
                })
                .toList();
    }

    /// The stays in queues in order of entry.
    List<QueueVisit> queueHistory() {
        return rows.rowsBy("issue_queues", "enter_queue_ts").stream()
                .map(row -> new QueueVisit(
                        Objects.requireNonNull(row.id("queue_id")),
                        row.text("queue_name"),
                        required(row, "enter_queue_ts"),
                        row.time("exit_queue_ts"),
                        row.number("enqueue_time"),
                        row.flag("abandoned")))
                .toList();
    }

    /// The parts of a phone call, one an assignment; of a call that was never assigned, the whole.
    ///
    /// @param agent who had the whole of it, null for nobody
    List<Call> calls(String issueId, ConversationTimes times, @Nullable CanonicalId agent) {
        String intent = rows.rows("voice_intents").stream()
                .map(row -> row.text("voice_intent_code"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Call> calls = rows.rowsBy("rep_convos", "issue_assigned_ts").stream()
                .map(row -> call(row, intent))
                .toList();
        if (!calls.isEmpty()) {
            return calls;
        }
        Instant start = times.createdAt();
        return List.of(new Call(
                CanonicalIds.call(company, issueId, "none", start == null ? Instant.EPOCH : start),
                agent,
                start,
                times.endedAt(),
                null,
                null,
                null,
                null,
                intent,
                null,
                null));
    }

    private Call call(SourceRow row, @Nullable String intent) {
        Double holds = row.number("hold_ct");
        Instant assigned = required(row, "issue_assigned_ts");
        return new Call(
                CanonicalIds.call(
                        company,
                        Objects.requireNonNull(row.id("issue_id")),
                        Objects.requireNonNull(row.id("rep_id")),
                        assigned),
                agent(row, "rep_id"),
                assigned,
                row.time("dispositioned_ts"),
                row.number("handle_time_seconds"),
                row.number("cume_hold_time_seconds"),
                holds == null ? null : holds.intValue(),
                row.text("desk_mode_string"),
                intent,
                row.text("disposition_event_type"),
                row.id("queue_id"));
    }

    private CanonicalId agent(SourceRow row, String column) {
        return CanonicalIds.agent(company, Objects.requireNonNull(row.id(column)));
    }

    private static @Nullable String firstOf(SourceRow row, String column, String otherwise) {
        String value = row.id(column);
        return value == null ? row.id(otherwise) : value;
    }

    private static Instant required(SourceRow row, String column) {
        return Objects.requireNonNull(row.time(column), column);
    }
}
