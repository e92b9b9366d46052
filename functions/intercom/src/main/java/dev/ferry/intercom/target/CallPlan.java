package dev.ferry.intercom.target;

import dev.ferry.core.load.Chunk;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.time.Duration;
import java.util.SortedMap;

/// How many calls records take when nothing goes wrong: the fewest that lose nothing.
///
/// *Shape*: a conversation with M messages, T tags and x further parts for files takes `M + 1 + a + s + T + x`
/// calls, or one more when its first message is not the contact's: create (with the opening message), one change
/// for title and all attributes, a reply for each other message, one each to assign and to close, one for each tag.
final class CallPlan {
    private final PartForm parts;
    private final SegmentTags tags;
    private final boolean tickets;

    CallPlan(PartForm parts, SegmentTags tags, boolean tickets) {
        this.parts = parts;
        this.tags = tags;
        this.tickets = tickets;
    }

    /// The calls to write one record.
    long calls(ObjectName object, Chunk.Write write, SortedMap<String, FieldValue> fields) {
        return switch (write) {
            case INSERT -> inserting(object, fields);
            case UPDATE -> changing(object, fields);
            case FILL -> filling(fields);
        };
    }

    private long filling(SortedMap<String, FieldValue> fields) {
        boolean attached = new StagedFields(fields).has(ContactWriter.COMPANY);
        boolean changed = fields.size() > (attached ? 1 : 0);
        return (changed ? 1 : 0) + (attached ? 1 : 0);
    }

    private long changing(ObjectName object, SortedMap<String, FieldValue> fields) {
        return switch (object.value()) {
            // Neither can be changed.
            case "Message", "ConversationAttribute" -> 0;
            case "Conversation", "Company" -> 1;
            default -> inserting(object, fields);
        };
    }

    private long inserting(ObjectName object, SortedMap<String, FieldValue> fields) {
        StagedFields staged = new StagedFields(fields);
        return switch (object.value()) {
            case "Tag", "ConversationAttribute" -> 1;
            // By its key, which shows what stands there, and then all of it.
            case "Company" -> 2;
            case "Contact" -> staged.has(ContactWriter.COMPANY) ? 2 : 1;
            case "Conversation" -> 2;
            case "Message" -> {
                Part part = parts.part(fields);
                yield (part.opening() ? 0 : 1) + part.furtherFiles().size();
            }
            case "ConversationState" ->
                (staged.has("assignee") ? 1 : 0)
                        + tags.ids(staged.text("tags")).size()
                        + (staged.text("state").equals("closed") ? 1 : 0)
                        + (tickets ? 1 : 0);
            default -> 0;
        };
    }

    /// How long calls take at a limit.
    ///
    /// @param window requests in 10 seconds
    static Duration duration(long calls, int window) {
        return Duration.ofSeconds(Math.round(calls * 60 / IntercomBudget.perMinute(window)));
    }
}
