package dev.ferry.handlers.report;

import dev.ferry.core.report.Finding;
import dev.ferry.core.report.Finding.Severity;
import dev.ferry.core.report.ListKind;
import dev.ferry.core.report.ResultList;
import java.util.Arrays;
import java.util.Optional;

/// What a list with rows in it means to the reader of a report. Lists that are missing here speak for themselves.
enum ListFinding {
    REFUSED_BY_TARGET(
            ListKind.FAILED,
            Severity.ERROR,
            "Records that the target refused",
            "They are staged and not in the target; each is listed with the target's code and a way to fix it."
                    + " Mend the cause and run again: only these are sent."),
    QUARANTINED(
            ListKind.QUARANTINED,
            Severity.WARNING,
            "Lines and records that were held back",
            "They could not be read, or cannot become a record that the target takes. Read the reasons;"
                    + " correct the source or the mapping and run again."),
    UNMATCHED_OWNER(
            ListKind.UNMATCHED_OWNERS,
            Severity.INFO,
            "Agents without a user of their own",
            "Their records belong to the user that was decided on at the owner gate."),
    MERGED(
            ListKind.MERGED,
            Severity.INFO,
            "Records that were folded into another",
            "The source says that they are one; their contents are in the record that stands."),
    MATCHED(
            ListKind.MATCHED,
            Severity.INFO,
            "Records that were in the target before and were recognised",
            "They were linked, and only their empty fields were given a value; taking the run back clears these again"
                    + " and leaves the records."),
    INCOMPLETE(
            ListKind.INCOMPLETE,
            Severity.WARNING,
            "Conversations of which something is missing",
            "Messages of theirs, or the row that describes them, are in hours that the source never completed, or the"
                    + " source has purged their text. What is there was taken along; the rest follows with the next run"
                    + " after the hour is complete."),
    ADJUSTED(
            ListKind.ADJUSTED,
            Severity.INFO,
            "Values that were shortened, replaced or filled in by a default",
            "The target takes less than the source has, or wants a value where the source has none; each is listed with"
                    + " what was done. The originals stay in the source. Where another value is wanted, change the"
                    + " mapping and run again."),
    REALTIME_ONLY(
            ListKind.GAPS,
            Severity.WARNING,
            "Issues that only real-time events know",
            "No batch describes them, so they are not in the target. Those that are not late may come with the next"
                    + " run; the API was asked for the others and does not have them."),
    STRUCTURED_VALUES(
            ListKind.STRUCTURED_VALUES,
            Severity.INFO,
            "Structured values that did not become those of a person or an organisation",
            "Of values that differ the latest counts. One whose person or organisation is not known is held until a"
                    + " later run knows them. All of them are with their conversations."),
    NOT_ENABLED(
            ListKind.UNAVAILABLE,
            Severity.INFO,
            "Feeds and calls that the source does not give",
            "They are not enabled for this key, or Ferry does not know them. Nothing was lost that the source has given"
                    + " out.");

    private final ListKind kind;
    private final Severity severity;
    private final String title;
    private final String explanation;

    ListFinding(ListKind kind, Severity severity, String title, String explanation) {
        this.kind = kind;
        this.severity = severity;
        this.title = title;
        this.explanation = explanation;
    }

    /// The finding about a list, if it has rows. *Shape*: its code is the name of the constant.
    static Optional<Finding> of(ResultList list) {
        return Arrays.stream(values())
                .filter(finding -> list.rows() > 0 && finding.kind.label().equals(list.name()))
                .map(finding -> new Finding(
                        finding.severity,
                        finding.name(),
                        finding.title,
                        finding.explanation,
                        "",
                        list.rows(),
                        list.name()))
                .findFirst();
    }
}
