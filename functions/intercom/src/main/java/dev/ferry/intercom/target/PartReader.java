package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.TargetReader.ExpectedRecords;
import dev.ferry.core.load.TargetReader.ReadRecord;
import dev.ferry.core.target.FieldValue;
import dev.ferry.intercom.client.Conversations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Reads messages back, conversation by conversation: no search of Intercom answers with parts.
///
/// Intercom shows the 500 latest parts of a conversation. An older one counts as read when the conversation has as
/// many parts as it shows and the ledger knows beside: its content was in the answer when it was added.
///
/// *Heap*: one entry of the ledger for each message of a share.
final class PartReader implements ObjectReader {
    private static final int MOST_SHOWN = 500;

    /// How many conversations are asked for side by side: an answer takes longer than the limit has it wait.
    private static final int SIDE_BY_SIDE = 16;

    private final Conversations conversations;
    private final PartForm form;

    PartReader(Conversations conversations, PartForm form) {
        this.conversations = conversations;
        this.form = form;
    }

    @Override
    public SortedMap<String, FieldValue> comparable(SortedMap<String, FieldValue> fields) {
        return form.comparable(fields);
    }

    /// All messages of a conversation.
    @Override
    public String together(LedgerEntry entry) {
        return entry.standing().map(PartForm::conversation).orElseGet(entry.key()::value);
    }

    @Override
    public Stream<ReadRecord> read(ExpectedRecords expected) {
        // Those alone of which the phase has messages: another phase reads the rest.
        Known known = new Known(expected);
        return known.conversations()
                .gather(Gatherers.mapConcurrent(
                        SIDE_BY_SIDE, id -> Refusals.translated(() -> conversations.findMade(id))))
                .flatMap(Optional::stream)
                .flatMap(conversation -> read(conversation, known).stream());
    }

    /// The entries of all messages, by conversation.
    private static final class Known {
        private final Map<String, List<LedgerEntry.Loaded>> byConversation = new HashMap<>();

        Known(ExpectedRecords expected) {
            try (Stream<LedgerEntry.Loaded> messages = expected.of(MessageWriter.OBJECT)) {
                messages.forEach(entry -> byConversation
                        .computeIfAbsent(PartForm.conversation(entry.targetId()), _ -> new ArrayList<>())
                        .add(entry));
            }
        }

        Stream<String> conversations() {
            return byConversation.keySet().stream().sorted();
        }

        List<LedgerEntry.Loaded> of(String conversation) {
            return byConversation.getOrDefault(conversation, List.of());
        }
    }

    private List<ReadRecord> read(JsonNode conversation, Known known) {
        Map<String, JsonNode> shown = new HashMap<>();
        conversation
                .path("conversation_parts")
                .path("conversation_parts")
                .forEach(part -> shown.put(part.path("id").asText(), part));
        String id = conversation.path("id").asText();
        List<LedgerEntry.Loaded> messages = known.of(id);
        boolean isWhole = shown.size() < MOST_SHOWN;
        boolean counts = count(conversation) >= parts(messages);
        List<ReadRecord> records = new ArrayList<>();
        for (LedgerEntry.Loaded entry : messages) {
            List<String> ids = PartForm.parts(entry.targetId());
            List<JsonNode> there =
                    ids.stream().filter(shown::containsKey).map(shown::get).toList();
            if (ids.getFirst().equals(Part.openingId(id))) {
                records.add(record(entry, form.ofSource(conversation, there)));
            } else if (shown.containsKey(ids.getFirst())) {
                records.add(record(entry, form.ofParts(there)));
            } else if (!isWhole && counts) {
                records.add(new ReadRecord(entry.key(), entry.targetId(), entry.loaded()));
            }
        }
        return records;
    }

    private static long count(JsonNode conversation) {
        return conversation
                .path("statistics")
                .path("count_conversation_parts")
                .asLong(conversation
                        .path("conversation_parts")
                        .path("total_count")
                        .asLong());
    }

    private static long parts(List<LedgerEntry.Loaded> messages) {
        return messages.stream()
                .flatMap(entry -> PartForm.parts(entry.targetId()).stream())
                .filter(part -> !part.startsWith(Part.OPENING))
                .count();
    }

    private static ReadRecord record(LedgerEntry.Loaded entry, SortedMap<String, FieldValue> fields) {
        return new ReadRecord(entry.key(), entry.targetId(), fields);
    }
}
