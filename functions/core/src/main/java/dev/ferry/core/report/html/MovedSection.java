package dev.ferry.core.report.html;

import dev.ferry.core.report.OutcomeCounts;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import java.util.List;
import java.util.Locale;

/// What moved, per object of the target.
final class MovedSection implements Section {

    @Override
    public Markup render(RunResults results) {
        List<PhaseResult> loads = results.phases().stream()
                .filter(phase -> phase.loaded().isPresent())
                .toList();
        if (loads.isEmpty()) {
            return Markup.NOTHING;
        }
        Markup rows = Markup.join(loads.stream()
                .map(phase -> row(
                        Markup.of("{} <small>{}</small>", phase.title(), phase.name()),
                        phase.loaded().orElse(OutcomeCounts.NONE))));
        Markup total = row(Markup.of("All objects"), results.totals());
        return Section.titled(
                "moved",
                "What moved",
                "One line per kind of record, in the order in which they were loaded.",
                Markup.of("""
                        <div class="wide"><table class="moved">
                        <thead><tr><th>Object</th><th class="n create">+ created</th><th class="n">~ updated</th>
                        <th class="n">= unchanged</th><th class="n held">! not moved</th>
                        <th class="n quiet">filtered</th><th class="n quiet">merged</th><th class="share"></th></tr></thead>
                        <tbody>{}</tbody>
                        <tfoot>{}</tfoot>
                        </table></div>
                        """, rows, total));
    }

    private static Markup row(Markup label, OutcomeCounts counts) {
        return Markup.of(
                """
                <tr><th scope="row">{}</th>{}{}{}{}{}{}<td class="share">{}</td></tr>
                """,
                label,
                cell("create", counts.created()),
                cell("update", counts.updated()),
                cell("same", counts.unchanged()),
                cell("held", counts.held()),
                cell("quiet", counts.filtered()),
                cell("quiet", counts.merged()),
                bar(counts));
    }

    private static Markup cell(String tone, long count) {
        return Markup.of("<td class=\"n {}\">{}</td>", count == 0 ? "zero" : tone, Wording.number(count));
    }

    private static Markup bar(OutcomeCounts counts) {
        long all = counts.standing() + counts.held();
        if (all == 0) {
            return Markup.NOTHING;
        }
        return Markup.of(
                "<span class=\"bar\">{}{}{}{}</span>",
                slice("create", counts.created(), all),
                slice("update", counts.updated(), all),
                slice("same", counts.unchanged(), all),
                slice("held", counts.held(), all));
    }

    private static Markup slice(String tone, long part, long all) {
        if (part == 0) {
            return Markup.NOTHING;
        }
        // A slice below one percent would be invisible, and it is the small ones that a reader looks for.
        double width = Math.max(1.5, 100.0 * part / all);
        return Markup.of("<i class=\"{}\" style=\"flex:{}\"></i>", tone, String.format(Locale.ROOT, "%.2f", width));
    }
}
