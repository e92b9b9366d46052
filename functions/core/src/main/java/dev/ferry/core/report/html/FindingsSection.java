package dev.ferry.core.report.html;

import dev.ferry.core.report.Finding;
import dev.ferry.core.report.ResultList;
import dev.ferry.core.report.RunResults;
import java.util.Locale;

/// What did not move or is not as a reader would expect, why, and how to fix it.
final class FindingsSection implements Section {

    @Override
    public Markup render(RunResults results) {
        Markup body = results.findings().isEmpty()
                ? Markup.of("<p class=\"calm\">Nothing. Every record that was meant to move has moved.</p>")
                : Markup.join(results.findings().stream().map(finding -> card(finding, results)));
        return Section.titled(
                "findings",
                "What did not move, and what to know",
                "Most important first. Each list is a CSV file beside this report that names the records one by one.",
                Markup.of("{}{}", body, lists(results)));
    }

    private static Markup card(Finding finding, RunResults results) {
        Markup action = finding.action().isEmpty()
                ? Markup.NOTHING
                : Markup.of("<p class=\"action\"><b>To fix:</b> {}</p>", finding.action());
        Markup list = finding.listName()
                .flatMap(name -> results.lists().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst())
                .map(found -> Markup.of("<p class=\"list\">Named in {}</p>", link(found)))
                .orElse(Markup.NOTHING);
        return Markup.of(
                """
                <article class="finding {}">
                <p class="count">{}</p>
                <div><h3>{} <small>{}</small></h3><p>{}</p>{}{}</div>
                </article>
                """,
                finding.severity().name().toLowerCase(Locale.ROOT),
                Wording.number(finding.count()),
                finding.title(),
                finding.code(),
                finding.explanation(),
                action,
                list);
    }

    private static Markup lists(RunResults results) {
        if (results.lists().isEmpty()) {
            return Markup.NOTHING;
        }
        return Markup.of(
                """
                <table class="files"><thead><tr><th>List</th><th>File</th><th class="n">Rows</th></tr></thead>
                <tbody>{}</tbody></table>
                """,
                Markup.join(results.lists().stream()
                        .map(list -> Markup.of(
                                "<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td></tr>",
                                list.name(),
                                link(list),
                                Wording.number(list.rows())))));
    }

    private static Markup link(ResultList list) {
        return Markup.of("<a href=\"{}\"><code>{}</code></a>", list.file(), list.file());
    }
}
