package dev.ferry.core.report.html;

import dev.ferry.core.load.TargetForecast.Need;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.plan.PlanResults.Phase;
import dev.ferry.core.plan.PlanResults.SourceUse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A plan as one HTML page.
///
/// *Shape*: a complete UTF-8 document with its style inside; equal plans give equal bytes.
///
/// *Threading*: stateless.
public final class PlanPage {
    private static final Duration WORTH_HOURS = Duration.ofMinutes(90);

    /// The page.
    public String render(PlanResults plan) {
        return Page.of(
                "Migration plan: " + plan.company(),
                Markup.join(Stream.of(
                        header(plan), phases(plan), target(plan), source(plan.sourceUse()), cost(plan), bound(plan))));
    }

    private static Markup header(PlanResults plan) {
        return Markup.of("""
                <header>
                <p class="brand"><span class="mark"></span>Ferry <span>migration plan</span></p>
                <h1>{}</h1>
                <p class="route">From {} to {}. Nothing has been written to the target.</p>
                </header>
                """, plan.company(), plan.source(), plan.target());
    }

    private static Markup phases(PlanResults plan) {
        return Section.titled(
                "phases",
                "What would happen",
                "+ to create, ~ to update, = unchanged, ! quarantined. Filtered records are left out on purpose, by a "
                        + "condition of the mapping. ferry rollback %s undoes it: deletes %s and clears what was filled in %s."
                                .formatted(
                                        plan.planId(),
                                        Wording.counted(plan.undo().deletes(), "record"),
                                        Wording.counted(plan.undo().clears(), "record")),
                table(
                        "<th>Phase</th><th class=\"n\">+</th><th class=\"n\">~</th><th class=\"n\">=</th>"
                                + "<th class=\"n\">!</th><th class=\"n\">Filtered</th><th class=\"n\">Calls</th>",
                        Stream.concat(plan.phases().stream(), Stream.of(plan.total()))
                                .map(PlanPage::row)));
    }

    private static Markup row(Phase phase) {
        return Markup.of(
                """
                <tr><td>{}</td><td class="n">{}</td><td class="n">{}</td><td class="n">{}</td><td class="n">{}</td>
                <td class="n">{}</td><td class="n">{}</td></tr>
                """,
                phase.title(),
                Wording.number(phase.create()),
                Wording.number(phase.update()),
                Wording.number(phase.unchanged()),
                Wording.number(phase.quarantined()),
                Wording.number(phase.filtered()),
                phase.calls() == 0 ? "" : Wording.number(phase.calls()));
    }

    private static Markup target(PlanResults plan) {
        String time = plan.use().boundBy().isEmpty()
                ? "The target's limits do not set the time that loading takes."
                : "Loading takes at least %s, bound by %s."
                        .formatted(time(plan.use().seconds()), plan.use().boundBy());
        String owners = plan.undecidedOwners() == 0
                ? ""
                : " %s without a user in the target: the run waits for a decision before it loads."
                        .formatted(Wording.counted(plan.undecidedOwners(), "agent"));
        return Section.titled(
                "target",
                "What it asks of the target",
                time + owners,
                table(
                        "<th>What</th><th class=\"n\">Needed</th><th class=\"n\">Allowed</th><th class=\"n\">Left</th>",
                        plan.use().needs().stream().map(PlanPage::need)));
    }

    private static Markup need(Need need) {
        return Markup.of(
                "<tr><td>{}{}</td><td class=\"n\">{}{}</td><td class=\"n\">{}{}</td><td class=\"n\">{}</td></tr>",
                need.what(),
                need.exceeds() ? " (more than is left)" : "",
                need.exact() ? "" : "about ",
                Wording.number(need.amount()),
                need.allowed() == 0 ? "" : Wording.number(need.allowed()),
                need.allowed() == 0 || need.period().isEmpty() ? "" : " in " + need.period(),
                need.allowed() == 0 ? "" : Wording.number(need.left()));
    }

    /// A time for a person, for example `4 min` or `11.1 hours`.
    public static String time(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return time.compareTo(WORTH_HOURS) < 0
                ? Math.max(1, (seconds + 59) / 60) + " min"
                : String.format(Locale.ROOT, "%.1f hours", seconds / 3600.0);
    }

    private static Markup source(@Nullable SourceUse use) {
        return Section.titled(
                "source",
                "What it asked of the source",
                use == null
                        ? "The source's API is not used."
                        : "%s, %s of the provider at %s a day that are ours. The run asks nothing more."
                                .formatted(
                                        Wording.counted(use.requests(), "request"),
                                        Wording.counted(use.days(), "day"),
                                        Wording.number(use.perDay())),
                Markup.NOTHING);
    }

    private static Markup cost(PlanResults plan) {
        return Section.titled(
                "cost",
                "What it costs on AWS",
                "The run costs " + plan.cost().sentence()
                        + ", without taxes, free tier and discounts. What the plan has read is in it.",
                table(
                        "<th>Step</th><th class=\"n\">US dollars</th>",
                        plan.cost().byStep().entrySet().stream()
                                .map(step -> Markup.of(
                                        "<tr><td>{}</td><td class=\"n\">{}</td></tr>",
                                        step.getKey(),
                                        String.format(Locale.ROOT, "%.2f", step.getValue())))));
    }

    private static Markup bound(PlanResults plan) {
        return Section.titled(
                "bound",
                "What the run is bound to",
                "The run works on the records that this plan counted. It refuses when one of these has changed.",
                table(
                        "<th>What</th><th>SHA-256</th>",
                        Stream.of(
                                hash("configuration", plan.hashes().configuration()),
                                hash("mapping", plan.hashes().mapping()),
                                hash("target schema", plan.hashes().targetSchema()))));
    }

    private static Markup hash(String what, String hash) {
        return Markup.of("<tr><td>{}</td><td><code>{}</code></td></tr>", what, hash);
    }

    private static Markup table(String head, Stream<Markup> rows) {
        return Markup.of(
                "<div class=\"wide\"><table>\n<thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table></div>\n",
                new Markup(head),
                Markup.join(rows));
    }
}
