package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.Conversations;
import dev.ferry.intercom.client.IntercomException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Adds the messages of a conversation to it, oldest first, with their own times and authors.
///
/// A message that may pass later holds back those that follow it, so that their order stays. One whose answer was
/// lost is looked for by its author, its second and its text before it is sent again.
///
/// A message of the contact opens a closed conversation. The state of one that an earlier run has settled is
/// settled again after it; the lock group of messages is the key of that state.
///
/// *Source*: Intercom, reply: `created_at` may lie in the past; `skip_notifications` is known for admins alone.
final class MessageWriter implements RecordWriter {
    static final ObjectName OBJECT = new ObjectName("Message");
    private static final int ROUNDS = 3;
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(5);

    private final Conversations conversations;
    private final PartForm form;
    private final FileContent content;
    private final Waiting.Pace pace;

    MessageWriter(Conversations conversations, PartForm form, FileContent content, Waiting.Pace pace) {
        this.conversations = conversations;
        this.form = form;
        this.content = content;
        this.pace = pace;
    }

    @Override
    public void write(Group group, BiConsumer<CanonicalId, Outcome> outcomes) {
        Map<CanonicalId, Part> parts = new TreeMap<>();
        group.records().forEach(record -> parts.put(record.key(), form.part(record.fields())));
        List<StagedRecord> oldestFirst = group.records().stream()
                .sorted(Comparator.comparingLong(
                                (StagedRecord record) -> of(parts, record).second())
                        .thenComparingLong(record -> of(parts, record).position())
                        .thenComparing(StagedRecord::key))
                .toList();
        Replies replies = new Replies(group, of(parts, oldestFirst.getFirst()).conversation());
        boolean heldBack = false;
        for (StagedRecord record : oldestFirst) {
            if (heldBack) {
                outcomes.accept(record.key(), behindAnother());
            } else if (group.timeIsUp().getAsBoolean()) {
                return;
            } else {
                Outcome outcome = isWhole(record, group)
                        ? unchangeable()
                        : Attempt.of(() -> replies.add(record, of(parts, record)));
                outcomes.accept(record.key(), outcome);
                heldBack = passesLater(outcome);
            }
        }
    }

    // One of which a part alone stands is staged as an update too, and is finished.
    private static boolean isWhole(StagedRecord record, Group group) {
        return group.write() != Chunk.Write.INSERT && group.known().get(record.key()) instanceof LedgerEntry.Loaded;
    }

    private static Part of(Map<CanonicalId, Part> parts, StagedRecord record) {
        Part part = parts.get(record.key());
        if (part == null) {
            throw new IllegalStateException("no part was made of " + record.key());
        }
        return part;
    }

    private static boolean passesLater(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.retriable();
            case Outcome.Partial partial -> partial.why().retriable();
            case Outcome.Created _, Outcome.Updated _, Outcome.Unchanged _, Outcome.Linked _, Outcome.Unknown _ ->
                false;
        };
    }

    private static Outcome behindAnother() {
        return new Outcome.Failed(
                "held_back",
                "",
                "an older message of the conversation did not pass, and their order is kept",
                "See the older message; run again.",
                true);
    }

    private static Outcome unchangeable() {
        return new Outcome.Failed(
                "part_unchangeable",
                "body",
                "the message has changed in the source, and Intercom cannot change a message",
                "If it matters, delete the conversation in Intercom and run again: it is then loaded anew.",
                false);
    }

    /// The replies of one conversation.
    private final class Replies {
        private final Group group;
        private final String conversation;
        private final ConversationThread thread = new ConversationThread();
        private final Waiting between = pace.start();
        private boolean unsettled;

        Replies(Group group, String conversation) {
            this.group = group;
            this.conversation = conversation;
            group.records().forEach(record -> {
                if (group.progress(record) instanceof WriteLedger.Progress.There(String id)) {
                    PartForm.parts(id).forEach(thread::claim);
                }
            });
        }

        Outcome add(StagedRecord record, Part part) {
            boolean begun = !(group.progress(record) instanceof WriteLedger.Progress.Untouched);
            List<String> ids = new ArrayList<>();
            ids.add(first(record, part, group.progress(record)));
            String begunAs = PartForm.id(conversation, ids);
            return part.furtherFiles().isEmpty()
                    ? new Outcome.Created(begunAs)
                    : Attempt.ofRest(begunAs, () -> {
                        part.furtherFiles().forEach(files -> ids.add(further(part, files, begun)));
                        return new Outcome.Created(PartForm.id(conversation, ids));
                    });
        }

        private String first(StagedRecord record, Part part, WriteLedger.Progress progress) {
            if (progress instanceof WriteLedger.Progress.There(String id)) {
                return PartForm.parts(id).getFirst();
            }
            if (part.opening()) {
                noteOpening(record, part);
                return Part.openingId(conversation);
            }
            boolean look = progress instanceof WriteLedger.Progress.Unknown;
            if (!look) {
                group.ledger().intend(record.key());
            }
            String id = send(part, part.body(), part.text(), part.ownFiles(), look);
            group.ledger().made(record.key(), PartForm.id(conversation, List.of(id)));
            return id;
        }

        // It is there already; only the files that follow it could be sent twice.
        private void noteOpening(StagedRecord record, Part part) {
            if (!part.furtherFiles().isEmpty()) {
                group.ledger().made(record.key(), PartForm.id(conversation, List.of(Part.openingId(conversation))));
            }
        }

        private String further(Part part, List<MessageFile> files, boolean look) {
            String text = Part.further(files.size());
            return send(part, part.byContact() ? text : PlainBody.html(text), text, files, look);
        }

        private String send(Part part, String body, String text, List<MessageFile> files, boolean lookFirst) {
            boolean look = lookFirst;
            for (int round = 1; ; round++) {
                if (look) {
                    String found = lookUp(part, text);
                    if (!found.isEmpty()) {
                        thread.claim(found);
                        return found;
                    }
                }
                try {
                    between.pause();
                    unsettle(part);
                    thread.see(conversations.reply(conversation, reply(part, body, files)));
                    String id = thread.added(part.author(), part.second(), text);
                    thread.claim(id);
                    return id;
                } catch (IntercomException failure) {
                    if (!failure.leavesUnknown() || round == ROUNDS) {
                        throw failure;
                    }
                    look = true;
                }
            }
        }

        private void unsettle(Part part) {
            if (part.byContact() && !unsettled) {
                unsettled = true;
                group.ledger()
                        .unsettle(
                                StateWriter.OBJECT,
                                new CanonicalId(group.records().getFirst().lockGroup()));
            }
        }

        // What was added a moment ago may not be shown at once.
        private String lookUp(Part part, String text) {
            for (boolean again = false; ; again = true) {
                conversations.find(conversation).ifPresent(thread::see);
                String found = thread.find(part.author(), part.second(), text).orElse("");
                if (!found.isEmpty() || again) {
                    return found;
                }
                pace.wait(UNTIL_SHOWN);
            }
        }
    }

    private ObjectNode reply(Part part, String body, List<MessageFile> files) {
        ObjectNode reply = Json.object()
                .put("message_type", part.note() ? "note" : "comment")
                .put("type", part.byContact() ? "user" : "admin")
                .put(part.byContact() ? "intercom_user_id" : "admin_id", part.author())
                .put("body", body)
                .put("created_at", part.second());
        if (!part.byContact()) {
            reply.put("skip_notifications", true);
        }
        for (MessageFile file : files) {
            reply.withArray("attachment_files")
                    .addObject()
                    .put("content_type", file.type())
                    .put("name", file.name())
                    .put("data", content.base64(file));
        }
        return reply;
    }
}
