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

/// What a reader of the report should know or do.
final class Findings {
    private final RunPorts run;

    Findings(RunPorts run) {
        this.run = run;
    }

    List<Finding> of(List<PhaseResult> phases, List<ResultList> lists, List<FeedInventory> feeds) {
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
            ListFinding.of(list).ifPresent(findings::add);
        }
        source(feeds, findings);
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

    private static void source(List<FeedInventory> feeds, List<Finding> findings) {
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
