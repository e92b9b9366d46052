package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.core.time.Sleeper;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.Conversations;
import dev.ferry.intercom.client.IntercomException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Makes conversations, each with its opening message, and gives them title, company and attributes in one change.
///
/// Intercom has no key for a conversation, so one whose answer was lost is looked for before it is made again: by
/// its contact, the second it began, and its text, among those without another conversation's mark.
final class ConversationWriter {
    static final ObjectName OBJECT = AttributeModel.CONVERSATION.object();

    /// The attribute that says which conversation of the source it is.
    static final String MARK = "asapp_conversation_id";

    private static final Set<String> APART = Set.of("contact", "company", "body", "created_at", StructuredValues.FIELD);
    private static final Duration UNTIL_FOUND = Duration.ofSeconds(5);
    private static final int ROUNDS = 3;

    private final Conversations conversations;
    private final StructuredValues structured;
    private final Sleeper sleeper;
    private final Map<CanonicalId, String> made = new ConcurrentHashMap<>();

    ConversationWriter(Conversations conversations, StructuredValues structured, Sleeper sleeper) {
        this.conversations = conversations;
        this.structured = structured;
        this.sleeper = sleeper;
    }

    Outcome write(StagedRecord record, RecordWriter.Group group) {
        if (group.write() != Chunk.Write.INSERT) {
            String id = record.existing().orElseThrow();
            conversations.update(id, changes(record));
            return new Outcome.Updated(id);
        }
        return switch (group.progress(record)) {
            case WriteLedger.Progress.There(String id) -> changed(id, record);
            case WriteLedger.Progress.Unknown() -> made(record, group, true);
            case WriteLedger.Progress.Untouched() -> made(record, group, false);
        };
    }

    private Outcome made(StagedRecord record, RecordWriter.Group group, boolean lookFirst) {
        boolean look = lookFirst;
        for (int round = 1; ; round++) {
            if (look) {
                switch (lookUp(record, group)) {
                    case Found.One(String id) -> {
                        note(record, id, group);
                        return changed(id, record);
                    }
                    case Found.Several() -> {
                        return ambiguous();
                    }
                    case Found.None() -> {}
                }
            }
            try {
                if (!look) {
                    group.ledger().intend(record.key());
                }
                String id = conversations.create(creation(record));
                note(record, id, group);
                return changed(id, record);
            } catch (IntercomException failure) {
                if (!failure.leavesUnknown() || round == ROUNDS) {
                    throw failure;
                }
                look = true;
            }
        }
    }

    private void note(StagedRecord record, String id, RecordWriter.Group group) {
        made.put(record.key(), id);
        group.ledger().made(record.key(), id);
    }

    private Outcome changed(String id, StagedRecord record) {
        return Attempt.ofRest(id, () -> {
            conversations.update(id, changes(record));
            return new Outcome.Created(id);
        });
    }

    private static Outcome ambiguous() {
        return new Outcome.Failed(
                "several_conversations",
                "contact",
                "the answer was lost, and several conversations of the contact began in that second with that text",
                "Look at the contact's conversations in Intercom, delete the one without " + MARK + ", and run again.",
                false);
    }

    /// What is found of a conversation whose answer was lost.
    private sealed interface Found {
        record None() implements Found {}

        record One(String id) implements Found {}

        record Several() implements Found {}
    }

    private Found lookUp(StagedRecord record, RecordWriter.Group group) {
        Set<String> taken = new HashSet<>(made.values());
        group.known().values().forEach(entry -> entry.standing().ifPresent(taken::add));
        StagedFields fields = new StagedFields(record.fields());
        String text = PlainBody.blanks(fields.text("body"));
        for (boolean again = false; ; again = true) {
            List<String> ids = conversations.of(fields.text("contact"), fields.second("created_at")).stream()
                    .filter(found -> isMine(found, record, fields, text))
                    .map(found -> found.path("id").asText())
                    .filter(id -> !taken.contains(id))
                    .sorted()
                    .toList();
            if (!ids.isEmpty()) {
                return ids.size() <= lost(record, group) ? new Found.One(ids.getFirst()) : new Found.Several();
            }
            // What was made a moment ago is not found at once.
            if (again || !paused()) {
                return new Found.None();
            }
        }
    }

    /// How many records that look like this one, itself included, have lost their answers: what was made of them
    /// can be told apart by nobody, so it does not matter which becomes whose.
    private long lost(StagedRecord record, RecordWriter.Group group) {
        long others = group.records().stream()
                .filter(other -> !other.key().equals(record.key()) && !made.containsKey(other.key()))
                .filter(other -> group.progress(other) instanceof WriteLedger.Progress.Unknown && alike(other, record))
                .count();
        return others + 1;
    }

    private static boolean alike(StagedRecord one, StagedRecord other) {
        StagedFields here = new StagedFields(one.fields());
        StagedFields there = new StagedFields(other.fields());
        return here.text("contact").equals(there.text("contact"))
                && here.second("created_at") == there.second("created_at")
                && PlainBody.blanks(here.text("body")).equals(PlainBody.blanks(there.text("body")));
    }

    private boolean paused() {
        try {
            sleeper.sleep(UNTIL_FOUND);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The conversations that a record whose answer was lost may have become.
    static List<JsonNode> found(Conversations conversations, StagedRecord record) {
        StagedFields fields = new StagedFields(record.fields());
        String text = PlainBody.blanks(fields.text("body"));
        return conversations.of(fields.text("contact"), fields.second("created_at")).stream()
                .filter(found -> isMine(found, record, fields, text))
                .toList();
    }

    private static boolean isMine(JsonNode found, StagedRecord record, StagedFields fields, String text) {
        JsonNode source = found.path("source");
        String mark = found.path("custom_attributes").path(MARK).asText("");
        return (mark.isEmpty() || mark.equals(record.key().value()) || mark.equals(fields.text(MARK)))
                && source.path("author").path("id").asText().equals(fields.text("contact"))
                && PlainBody.text(source.path("body").asText("")).equals(text);
    }

    private static ObjectNode creation(StagedRecord record) {
        StagedFields fields = new StagedFields(record.fields());
        ObjectNode conversation = Json.object();
        conversation.putObject("from").put("type", "user").put("id", fields.text("contact"));
        return conversation.put("body", fields.text("body")).put("created_at", fields.second("created_at"));
    }

    private ObjectNode changes(StagedRecord record) {
        SortedMap<String, FieldValue> values = new TreeMap<>(record.fields());
        values.putAll(structured.of(record.fields()));
        ObjectNode changes = Documents.of(OBJECT, values, APART);
        Optional.of(new StagedFields(record.fields()).text("company"))
                .filter(company -> !company.isEmpty())
                .ifPresent(company -> changes.put("company_id", company));
        return changes;
    }
}
