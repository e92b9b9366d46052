package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.Message;
import dev.ferry.core.source.Note;
import dev.ferry.core.source.NoteType;
import dev.ferry.core.source.SenderRole;
import dev.ferry.core.source.Summary;
import dev.ferry.core.source.SummarySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was written about a conversation, and its summary. *Source*: reference, sections 3.5, 7 and 9.
final class NoteFold {
    private final String company;
    private final RowTable rows;

    NoteFold(String company, RowTable rows) {
        this.company = company;
        this.rows = rows;
    }

    /// The notes of each assignment in order, then quick notes and whispers, which are messages too.
    List<Note> notes(List<Message> messages) {
        Map<String, Instant> ends = new HashMap<>();
        for (SourceRow row : rows.rows("rep_convos")) {
            Instant end = row.time("dispositioned_ts");
            if (end != null) {
                ends.put(assignment(row, "issue_assigned_ts"), end);
            }
        }
        List<Note> notes = new ArrayList<>();
        for (SourceRow row : rows.rowsBy("rep_assignment_disposition", "rep_assigned_ts")) {
            Instant offered = row.time("crm_offered_ts");
            Instant at = ends.getOrDefault(
                    assignment(row, "rep_assigned_ts"), offered == null ? row.time("rep_assigned_ts") : offered);
            add(notes, NoteType.DISPOSITION, row.text("disposition_notes_txt"), row, at);
            add(notes, NoteType.AUTO_SUMMARY, row.text("auto_summary_txt"), row, at);
        }
        addMessages(notes, messages, SenderRole.NOTE);
        addMessages(notes, messages, SenderRole.SUPERVISOR_WHISPER);
        return notes;
    }

    /// The generated summary of the last assignment that has one.
    Optional<Summary> summary() {
        return rows.rowsBy("rep_assignment_disposition", "rep_assigned_ts").reversed().stream()
                .map(row -> row.text("auto_summary_txt"))
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> new Summary(text, SummarySource.BATCH_AUTO_SUMMARY, null));
    }

    private void add(List<Note> notes, NoteType type, @Nullable String text, SourceRow row, @Nullable Instant at) {
        if (text == null) {
            return;
        }
        String unique = type + "|" + assignment(row, "rep_assigned_ts");
        notes.add(new Note(
                CanonicalIds.note(company, unique),
                type,
                text,
                at,
                CanonicalIds.agent(company, Objects.requireNonNull(row.id("rep_id"))),
                null,
                null,
                null));
    }

    private static void addMessages(List<Note> notes, List<Message> messages, SenderRole role) {
        for (Message message : messages) {
            if (message.role() == role && message.text() != null) {
                notes.add(new Note(
                        new CanonicalId(message.id().value().replace(":msg:", ":note:")),
                        role == SenderRole.NOTE ? NoteType.QUICK_NOTE : NoteType.WHISPER,
                        message.text(),
                        message.sentAt(),
                        message.agentId(),
                        message.id(),
                        null,
                        null));
            }
        }
    }

    private static String assignment(SourceRow row, String timeColumn) {
        return row.id("issue_id") + "|" + row.id("rep_id") + "|" + row.nanos(timeColumn);
    }
}
