package dev.ferry.core.report.html;

import dev.ferry.core.report.DriftedColumn;
import dev.ferry.core.report.FeedInventory;
import dev.ferry.core.report.RunResults;
import java.util.List;

/// What was found in the source, feed by feed, and where it has gaps.
final class SourceSection implements Section {

    @Override
    public Markup render(RunResults results) {
        if (results.feeds().isEmpty()) {
            return Markup.NOTHING;
        }
        long unfinished = results.feeds().stream()
                .mapToLong(feed -> feed.unfinished().size())
                .sum();
        return Section.titled(
                "source",
                "The source and its gaps",
                unfinished == 0
                        ? "Every partition of the export was complete."
                        : Wording.counted(unfinished, "partition")
                                + " had not been completed by the source and were left out; a later run picks them up.",
                Markup.of("""
                        <div class="wide"><table>
                        <thead><tr><th>Feed</th><th class="n">Partitions</th><th class="n">Files</th><th class="n">Rows</th>
                        <th>Left out, or new</th></tr></thead>
                        <tbody>{}</tbody></table></div>
                        """, Markup.join(results.feeds().stream().map(SourceSection::row))));
    }

    private static Markup row(FeedInventory feed) {
        return Markup.of(
                """
                <tr><td><code>{}</code></td><td class="n">{}</td><td class="n">{}</td><td class="n">{}</td><td>{}{}</td></tr>
                """,
                feed.feed(),
                Wording.number(feed.partitions()),
                Wording.number(feed.files()),
                Wording.number(feed.rows()),
                notes("not complete", feed.unfinished()),
                columns(feed.drifted()));
    }

    private static Markup columns(List<DriftedColumn> columns) {
        return Markup.join(columns.stream()
                .map(column -> Markup.of(
                        "<span class=\"note\">column <code>{}</code>: {}, since <code>{}</code></span> ",
                        column.column(),
                        column.meaning(),
                        column.since())));
    }

    private static Markup notes(String what, List<String> names) {
        return Markup.join(
                names.stream().map(name -> Markup.of("<span class=\"note\">{} <code>{}</code></span> ", what, name)));
    }
}
