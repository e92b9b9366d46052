package dev.ferry.core.report.html;

import dev.ferry.core.report.RunResults;

/// Values that were changed so that they fit the target.
final class AdjustmentsSection implements Section {

    @Override
    public Markup render(RunResults results) {
        if (results.adjustments().isEmpty()) {
            return Markup.NOTHING;
        }
        return Section.titled(
                "adjustments",
                "Values that were adjusted",
                "The target allows less than the source in these fields. The originals stay in the source.",
                Markup.of(
                        """
                        <table><thead><tr><th>Field</th><th>What was done</th><th class="n">Values</th></tr></thead>
                        <tbody>{}</tbody></table>
                        """,
                        Markup.join(results.adjustments().stream()
                                .map(adjustment -> Markup.of(
                                        "<tr><td><code>{}</code></td><td>{}</td><td class=\"n\">{}</td></tr>",
                                        adjustment.field(),
                                        adjustment.rule(),
                                        Wording.number(adjustment.count()))))));
    }
}
