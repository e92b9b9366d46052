package dev.ferry.core.report.html;

import dev.ferry.core.report.OutcomeCounts;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import java.time.Duration;
import java.util.Locale;

/// How long each phase took, as a row of bars on one timeline.
final class TimingsSection implements Section {

    @Override
    public Markup render(RunResults results) {
        if (results.phases().isEmpty()) {
            return Markup.NOTHING;
        }
        Duration whole = results.run().duration().orElse(Duration.ZERO);
        return Section.titled(
                "timings",
                "How long it took",
                "Phases run in this order; the bar shows when.",
                Markup.of("""
                        <table class="timings"><thead><tr><th>Phase</th><th class="n">Time</th>
                        <th class="n">Records a second</th><th class="line"></th></tr></thead>
                        <tbody>{}</tbody></table>
                        """, Markup.join(results.phases().stream().map(phase -> row(phase, results, whole)))));
    }

    private static Markup row(PhaseResult phase, RunResults results, Duration whole) {
        return Markup.of(
                """
                <tr><td>{}</td><td class="n">{}</td><td class="n">{}</td><td class="line">{}</td></tr>
                """,
                phase.title(),
                phase.duration().map(Wording::duration).orElse("not ended"),
                rate(phase),
                bar(phase, results, whole));
    }

    private static String rate(PhaseResult phase) {
        long records = phase.loaded().map(OutcomeCounts::standing).orElse(0L);
        long millis = phase.duration().map(Duration::toMillis).orElse(0L);
        return records == 0 || millis == 0 ? "" : Wording.number(Math.round(records * 1000.0 / millis));
    }

    private static Markup bar(PhaseResult phase, RunResults results, Duration whole) {
        if (whole.isZero()) {
            return Markup.NOTHING;
        }
        double before = percent(Duration.between(results.run().startedAt(), phase.startedAt()), whole);
        double width = Math.max(0.6, percent(phase.duration().orElse(Duration.ZERO), whole));
        return Markup.of(
                "<span class=\"track\"><i style=\"margin-left:{}%;width:{}%\"></i></span>",
                String.format(Locale.ROOT, "%.2f", Math.min(before, 99.4)),
                String.format(Locale.ROOT, "%.2f", Math.min(width, 100)));
    }

    private static double percent(Duration part, Duration whole) {
        return Math.clamp(100.0 * part.toMillis() / whole.toMillis(), 0, 100);
    }
}
