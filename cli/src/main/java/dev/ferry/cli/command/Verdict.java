package dev.ferry.cli.command;

import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.core.report.Finding;
import dev.ferry.core.report.OutcomeCounts;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import java.nio.file.Path;

/// The results of a run on the console: what moved, what to know, and where the report is.
final class Verdict {
    private static final int SHOWN = 6;

    private Verdict() {}

    static void print(Console console, RunResults results, Path report) {
        standing(console, results, report);
        results.stopped().ifPresent(stop -> console.raw("  " + stop.line()));
        results.next().ifPresent(console::next);
    }

    /// The same without what comes next.
    static void standing(Console console, RunResults results, Path report) {
        console.gap();
        console.line("  @|bold " + sentence(results) + "|@");
        for (PhaseResult phase : results.phases()) {
            phase.loaded().ifPresent(counts -> console.line(row(phase.name(), counts)));
        }
        console.line(row("all", results.totals()));
        console.line("  books   " + (results.balanced() ? "@|green balanced|@" : "@|red not balanced|@"));
        results.findings().stream().limit(SHOWN).forEach(finding -> console.line(line(finding)));
        if (results.findings().size() > SHOWN) {
            console.line("  @|faint … and %d more in the report|@"
                    .formatted(results.findings().size() - SHOWN));
        }
        console.gap();
        console.line("  Report: @|underline " + report + "|@");
    }

    private static String sentence(RunResults results) {
        return switch (results.status()) {
            case CLEAN -> "Everything moved, and the books balance.";
            case FINISHED_WITH_REJECTS ->
                "Finished; " + Amounts.counted(results.heldBack(), "record")
                        + " did not move, each by name and with a reason.";
            case WAITING -> "Waiting for a person.";
            case PARKED -> "Paused until a quota is free again.";
            case FAILED -> "Stopped before its end.";
        };
    }

    private static String row(String name, OutcomeCounts counts) {
        return "  %-28s @|green +%s|@ ~%s =%s @|yellow !%s|@"
                .formatted(
                        name,
                        Amounts.count(counts.created()),
                        Amounts.count(counts.updated()),
                        Amounts.count(counts.unchanged()),
                        Amounts.count(counts.held()));
    }

    private static String line(Finding finding) {
        String colour = switch (finding.severity()) {
            case ERROR -> "red";
            case WARNING -> "yellow";
            case INFO -> "faint";
        };
        return "  @|%s %6s|@ %s @|faint %s|@"
                .formatted(colour, Amounts.count(finding.count()), finding.title(), finding.code());
    }
}
