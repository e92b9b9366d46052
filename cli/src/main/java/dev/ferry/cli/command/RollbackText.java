package dev.ferry.cli.command;

import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.RollbackResults;
import java.nio.file.Path;
import java.time.Duration;

/// A rollback on the console: what it would do, and what it came to.
record RollbackText(Console console) {

    void say(RollbackPlan plan) {
        console.gap();
        if (plan.nothingLeft()) {
            console.line("  @|bold Nothing is left to undo.|@");
            return;
        }
        console.line("  @|bold Rolling back %s would|@".formatted(plan.runId()));
        for (RollbackPlan.Line line : plan.lines()) {
            console.line("  %-28s @|red -%s|@ ~%s =%s%s%s"
                    .formatted(
                            line.phase(),
                            Amounts.count(line.removals()),
                            Amounts.count(line.restorations()),
                            Amounts.count(line.untouched()),
                            line.impossible() == 0
                                    ? ""
                                    : " @|yellow !%s cannot be undone|@".formatted(Amounts.count(line.impossible())),
                            line.done() == 0 ? "" : " (%s done before)".formatted(Amounts.count(line.done()))));
        }
        console.line("  @|faint - delete  ~ set back to what it was  = recognised, stays|@");
        if (plan.calls() > 0) {
            console.line("  %s to the target, %s at its limit"
                    .formatted(
                            Amounts.counted(plan.calls(), "call"),
                            Amounts.duration(Duration.ofSeconds(Math.max(1, plan.seconds())))));
        }
        plan.remains().forEach(one -> console.line("  @|faint " + one + "|@"));
        console.gap();
    }

    void say(RollbackResults results, Path directory) {
        console.gap();
        console.line("  @|bold %s|@"
                .formatted(
                        results.open() == 0
                                ? "What the run did is undone."
                                : Amounts.counted(results.open(), "record")
                                        + " were not undone, each by name and with a reason."));
        console.line("  removed %s, set back %s"
                .formatted(Amounts.count(results.removed()), Amounts.count(results.restored())));
        results.lists().stream()
                .filter(list -> list.rows() > 0)
                .forEach(list -> console.line("  %-8s %8s  %s"
                        .formatted(list.outcome(), Amounts.count(list.rows()), directory.resolve(list.file()))));
        console.line("  Report: @|underline " + directory.resolve("rollback.html") + "|@");
    }
}
