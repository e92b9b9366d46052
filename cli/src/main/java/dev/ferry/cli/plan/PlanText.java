package dev.ferry.cli.plan;

import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.core.load.TargetForecast.Need;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.plan.PlanResults.Phase;
import dev.ferry.core.plan.PlanResults.SourceUse;
import dev.ferry.core.report.html.PlanPage;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A plan on the console: a line for each phase, what it needs, and how to run it.
final class PlanText {
    private final Console console;

    PlanText(Console console) {
        this.console = console;
    }

    void print(PlanResults plan, Path page) {
        console.gap();
        console.line("  @|bold Plan %s|@: %s to create, %s to update, %s unchanged, %s quarantined."
                .formatted(
                        plan.planId(),
                        Amounts.count(plan.total().create()),
                        Amounts.count(plan.total().update()),
                        Amounts.count(plan.total().unchanged()),
                        Amounts.count(plan.total().quarantined())));
        plan.phases().forEach(phase -> console.line(row(phase)));
        console.line(row(plan.total()));
        console.gap();
        plan.use().needs().stream().filter(need -> need.amount() > 0).forEach(need -> console.line(line(need)));
        if (!plan.use().boundBy().isEmpty()) {
            console.raw("  time     at least %s, bound by %s"
                    .formatted(PlanPage.time(plan.use().seconds()), plan.use().boundBy()));
        }
        console.raw("  source   " + source(plan.sourceUse()));
        console.raw("  AWS      " + plan.cost().sentence());
        console.raw("  undo     ferry rollback %s deletes %s, clears what was filled in %s"
                .formatted(
                        plan.planId(),
                        Amounts.counted(plan.undo().deletes(), "record"),
                        Amounts.counted(plan.undo().clears(), "record")));
        if (plan.undecidedOwners() > 0) {
            console.line("  @|yellow owners|@   %s without a user in the target: the run waits for a decision"
                    .formatted(Amounts.counted(plan.undecidedOwners(), "agent")));
        }
        console.raw("  page     " + page);
    }

    private static String row(Phase phase) {
        String filtered =
                phase.filtered() == 0 ? "" : "  @|faint %s filtered|@".formatted(Amounts.count(phase.filtered()));
        return "  %-28s @|green +%s|@ ~%s =%s @|yellow !%s|@%s"
                .formatted(
                        phase.name(),
                        Amounts.count(phase.create()),
                        Amounts.count(phase.update()),
                        Amounts.count(phase.unchanged()),
                        Amounts.count(phase.quarantined()),
                        filtered);
    }

    private static String line(Need need) {
        String allowed = need.allowed() == 0
                ? ""
                : ", %s of %s left%s"
                        .formatted(
                                Amounts.count(need.left()),
                                Amounts.count(need.allowed()),
                                need.period().isEmpty() ? "" : " in " + need.period());
        String text = String.format(
                Locale.ROOT,
                "%s%s %s%s",
                need.exact() ? "" : "about ",
                Amounts.count(need.amount()),
                need.what(),
                allowed);
        return need.exceeds() ? "  @|red target   " + text + "|@" : "  target   " + text;
    }

    private static String source(@Nullable SourceUse use) {
        return use == null
                ? "the API is not used"
                : "%s to the API were made, %s at %s a day; the run makes none"
                        .formatted(
                                Amounts.counted(use.requests(), "request"),
                                Amounts.counted(use.days(), "day"),
                                Amounts.count(use.perDay()));
    }
}
