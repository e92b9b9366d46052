package dev.ferry.handlers.report;

import dev.ferry.core.report.FeedInventory;
import dev.ferry.core.report.Finding;
import dev.ferry.core.report.Finding.Severity;
import dev.ferry.core.report.ListKind;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.ResultList;
import dev.ferry.handlers.run.RunPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a reader of the report should know or do.
final class Findings {
    private final RunPorts run;

    Findings(RunPorts run) {
        this.run = run;
    }

    List<Finding> of(List<PhaseResult> phases, List<ResultList> lists) {
        List<Finding> findings = new ArrayList<>();
        phases.stream().filter(phase -> !phase.books().balanced()).forEach(phase -> findings.add(unbalanced(phase)));
        long foreign = phases.stream()
                .mapToLong(phase -> phase.books().terms().getOrDefault("foreign", 0L))
                .sum();
        if (foreign > 0) {
            findings.add(new Finding(
                    Severity.WARNING,
                    "FOREIGN_RECORD",
                    "Records with this migration's mark that Ferry does not know",
                    "They carry the marker of the migration but no ledger has them: somebody copied records, or a ledger"
                            + " was lost.",
                    "Look at them in the target and remove the marker or the records.",
                    foreign,
                    null));
        }
        for (ResultList list : lists) {
            if (list.rows() > 0) {
                finding(list).ifPresent(findings::add);
            }
        }
        source(findings);
        findings.addAll(new ChannelFindings(run).all());
        return findings;
    }

    private static Finding unbalanced(PhaseResult phase) {
        return new Finding(
                Severity.ERROR,
                "BOOKS_UNBALANCED",
                "The books of " + phase.name() + " do not balance",
                "What was received, staged, loaded and found in the target does not add up.",
                "See the equations below; the lists of the phase name the records.",
                1,
                null);
    }

    private static Optional<Finding> finding(ResultList list) {
        return switch (list.name()) {
            case "failed" -> failed(list);
            case "quarantined" -> quarantined(list);
            case "unmatched-owners" ->
                about(
                        list,
                        Severity.INFO,
                        "UNMATCHED_OWNER",
                        "Agents without a user of their own",
                        "Their records belong to the user that was decided on at the owner gate.");
            case "merged" ->
                about(
                        list,
                        Severity.INFO,
                        "MERGED",
                        "Records that were folded into another",
                        "The source says that they are one; their contents are in the record that stands.");
            case "matched" -> matched(list);
            case "incomplete" -> incomplete(list);
            case "adjusted" -> adjusted(list);
            case "gaps" -> gaps(list);
            case "structured-values" -> structuredValues(list);
            case "unavailable" -> unavailable(list);
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> matched(ResultList list) {
        return about(
                list,
                Severity.INFO,
                "MATCHED",
                "Records that were in the target before and were recognised",
                "They were linked, and only their empty fields were given a value; taking the run back clears these again"
                        + " and leaves the records.");
    }

    private static Optional<Finding> failed(ResultList list) {
        return about(
                list,
                Severity.ERROR,
                "REFUSED_BY_TARGET",
                "Records that the target refused",
                "They are staged and not in the target; each is listed with the target's code and a way to fix it."
                        + " Mend the cause and run again: only these are sent.");
    }

    private static Optional<Finding> quarantined(ResultList list) {
        return about(
                list,
                Severity.WARNING,
                "QUARANTINED",
                "Lines and records that were held back",
                "They could not be read, or cannot become a record that the target takes. Read the reasons;"
                        + " correct the source or the mapping and run again.");
    }

    private static Optional<Finding> unavailable(ResultList list) {
        return about(
                list,
                Severity.INFO,
                "NOT_ENABLED",
                "Feeds and calls that the source does not give",
                "They are not enabled for this key, or Ferry does not know them. Nothing was lost that the source has given"
                        + " out.");
    }

    private static Optional<Finding> gaps(ResultList list) {
        return about(
                list,
                Severity.WARNING,
                "REALTIME_ONLY",
                "Issues that only real-time events know",
                "No batch describes them, so they are not in the target. Those that are not late may come with the next"
                        + " run; the API was asked for the others and does not have them.");
    }

    private static Optional<Finding> structuredValues(ResultList list) {
        return about(
                list,
                Severity.INFO,
                "STRUCTURED_VALUES",
                "Structured values that did not become those of a person or an organisation",
                "Of values that differ the latest counts. One whose person or organisation is not known is held until a"
                        + " later run knows them. All of them are with their conversations.");
    }

    private static Optional<Finding> adjusted(ResultList list) {
        return about(
                list,
                Severity.INFO,
                "ADJUSTED",
                "Values that were shortened, replaced or filled in by a default",
                "The target takes less than the source has, or wants a value where the source has none; each is listed with"
                        + " what was done. The originals stay in the source. Where another value is wanted, change the"
                        + " mapping and run again.");
    }

    private static Optional<Finding> incomplete(ResultList list) {
        return about(
                list,
                Severity.WARNING,
                "INCOMPLETE",
                "Conversations of which something is missing",
                "Messages of theirs, or the row that describes them, are in hours that the source never completed, or the"
                        + " source has purged their text. What is there was taken along; the rest follows with the next run"
                        + " after the hour is complete.");
    }

    private static Optional<Finding> about(
            ResultList list, Severity severity, String code, String title, String explanation) {
        return Optional.of(new Finding(severity, code, title, explanation, "", list.rows(), list.name()));
    }

    private void source(List<Finding> findings) {
        List<FeedInventory> feeds = Inventory.feeds(run);
        long unfinished =
                feeds.stream().mapToLong(feed -> feed.unfinished().size()).sum();
        if (unfinished > 0) {
            findings.add(new Finding(
                    Severity.WARNING,
                    "UNFINISHED_PARTITION",
                    "Hours of the export that are not complete",
                    "They have data but no _SUCCESS, so they were not read.",
                    "Wait until they are complete, or ask ASAPP to export them again, and run again.",
                    unfinished,
                    null));
        }
        long drifted = feeds.stream().mapToLong(feed -> feed.drifted().size()).sum();
        if (drifted > 0) {
            findings.add(new Finding(
                    Severity.INFO,
                    "COLUMN_DRIFT",
                    "Columns that are not as the export was described",
                    "The feeds have columns that Ferry or the export's own schema file does not have. What Ferry does not"
                            + " know was kept with the rows and is not mapped.",
                    "Look through them for anything that is wanted in the target, and tell ASAPP of columns that its schema"
                            + " file misses.",
                    drifted,
                    ListKind.COLUMNS.label()));
        }
    }
}
