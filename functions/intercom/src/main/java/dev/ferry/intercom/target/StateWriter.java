package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.Conversations;
import java.util.List;
import java.util.function.Supplier;

/// Assigns, tags and closes conversations when all else is in them. The state is last: a message of the contact
/// would open a closed conversation again.
///
/// A conversation that nobody has touched yet gets what it needs without being read. One that may have been is read
/// first, since a second assignment or close would leave a second trace.
final class StateWriter {
    static final ObjectName OBJECT = new ObjectName("ConversationState");
    private static final String NOBODY = "0";

    private final Conversations conversations;
    private final Supplier<String> admin;
    private final SegmentTags tags;
    private final String ticketType;

    /// @param admin id of the admin who acts
    /// @param ticketType that conversations become; empty for none
    StateWriter(Conversations conversations, Supplier<String> admin, SegmentTags tags, String ticketType) {
        this.conversations = conversations;
        this.admin = admin;
        this.tags = tags;
        this.ticketType = ticketType;
    }

    Outcome write(StagedRecord record, RecordWriter.Group group) {
        StagedFields fields = new StagedFields(record.fields());
        String id = fields.text("conversation");
        Wanted wanted = new Wanted(fields.text("assignee"), tags.ids(fields.text("tags")), fields.text("state"));
        boolean untouched =
                group.write() == Chunk.Write.INSERT && group.progress(record) instanceof WriteLedger.Progress.Untouched;
        if (untouched) {
            group.ledger().intend(record.key());
            // What has been done is found out by reading the conversation at the next attempt.
            return Attempt.ofRest(id, () -> {
                settle(id, wanted, Now.FRESH);
                return new Outcome.Created(id);
            });
        }
        return Attempt.ofRest(id, () -> {
            Now now = conversations.find(id).map(Now::of).orElse(Now.FRESH);
            settle(id, wanted, now);
            return group.write() == Chunk.Write.INSERT ? new Outcome.Created(id) : new Outcome.Updated(id);
        });
    }

    private record Wanted(String assignee, List<String> tags, String state) {}

    /// What a conversation is now.
    private record Now(String assignee, List<String> tags, String state, boolean ticket) {
        static final Now FRESH = new Now("", List.of(), "open", false);

        static Now of(JsonNode conversation) {
            String assignee = conversation.path("admin_assignee_id").asText("");
            return new Now(
                    assignee.equals(NOBODY) || assignee.equals("null") ? "" : assignee,
                    conversation
                            .path("tags")
                            .path("tags")
                            .valueStream()
                            .map(tag -> tag.path("id").asText())
                            .toList(),
                    conversation.path("state").asText("open"),
                    conversation.path("ticket").isObject());
        }
    }

    private void settle(String id, Wanted wanted, Now now) {
        String acting = admin.get();
        if (!ticketType.isEmpty() && !now.ticket()) {
            conversations.convert(id, Json.object().put("ticket_type_id", ticketType));
        }
        boolean reassigned = !wanted.assignee().equals(now.assignee());
        if (reassigned) {
            conversations.assign(id, acting, wanted.assignee().isEmpty() ? NOBODY : wanted.assignee());
        }
        wanted.tags().stream()
                .filter(tag -> !now.tags().contains(tag))
                .forEach(tag -> conversations.tag(id, tag, acting));
        boolean closed = now.state().equals("closed") && !reassigned;
        if (wanted.state().equals("closed") && !closed) {
            conversations.close(id, acting);
        }
        if (wanted.state().equals("open") && closed) {
            conversations.open(id, acting);
        }
    }
}
