package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.Note;
import dev.ferry.core.source.NoteType;
import dev.ferry.core.source.Summary;
import dev.ferry.core.source.SummarySource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The summaries of AI Services: what an agent made of one outranks what was generated. *Source*: reference,
/// sections 3.2 and 9.
final class SummaryFold {
    private static final String EDITED = "autosummary_feedback";
    private static final String GENERATED = "autosummary_free_text";

    private final IssueGroup group;
    private final AgentResolution agents;

    SummaryFold(IssueGroup group, AgentResolution agents) {
        this.group = group;
        this.agents = agents;
    }

    /// The summary of the conversation; empty where AI Services have none.
    Optional<Summary> summary() {
        return Stream.concat(
                        newestFirst(EDITED).stream().map(row -> summary(row, EDITED, SummarySource.AGENT_EDITED)),
                        newestFirst(GENERATED).stream().map(row -> summary(row, GENERATED, SummarySource.FREE_TEXT)))
                .findFirst();
    }

    /// All summaries as notes, generated ones first, each kind in the order of time.
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        List<SourceRow> generated = newestFirst(GENERATED);
        generated.reversed().forEach(row -> notes.add(note(row, GENERATED, row == generated.getFirst())));
        newestFirst(EDITED).reversed().forEach(row -> notes.add(note(row, EDITED, null)));
        return notes;
    }

    private List<SourceRow> newestFirst(String feed) {
        List<SourceRow> rows = group.rows().rows("fx_" + feed);
        if (rows.isEmpty()) {
            return rows;
        }
        return rows.stream()
                .filter(row -> row.text(feed) != null)
                .sorted(Comparator.comparingLong((SourceRow row) -> row.nanos(feed + "_ts"))
                        .thenComparing(row -> String.valueOf(row.id("summary_id")))
                        .reversed())
                .toList();
    }

    private static Summary summary(SourceRow row, String feed, SummarySource source) {
        return new Summary(Objects.requireNonNull(row.text(feed)), source, row.id("summary_id"));
    }

    private Note note(SourceRow row, String feed, @Nullable Boolean current) {
        String unique = feed + '|' + row.id("conversation_id") + '|' + row.id("summary_id");
        return new Note(
                CanonicalIds.note(group.company(), unique),
                feed.equals(EDITED) ? NoteType.AGENT_SUMMARY : NoteType.AUTO_SUMMARY,
                Objects.requireNonNull(row.text(feed)),
                row.time(feed + "_ts"),
                agents.agent(group.company(), row.id("agent_id")),
                null,
                row.id("summary_id"),
                current);
    }
}
