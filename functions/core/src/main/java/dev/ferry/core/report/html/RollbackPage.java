package dev.ferry.core.report.html;

import dev.ferry.core.rollback.RollbackResults;
import java.time.Instant;
import java.util.stream.Stream;

/// What a rollback came to as one HTML page.
///
/// *Shape*: a complete UTF-8 document with its style inside; equal results give equal bytes.
///
/// *Threading*: stateless.
public final class RollbackPage {

    /// The page.
    public String render(RollbackResults results) {
        return Page.of(
                "Rollback of " + results.runId(),
                Markup.join(Stream.of(header(results), phases(results), lists(results), remains(results))));
    }

    private static Markup header(RollbackResults results) {
        return Markup.of(
                """
                <header>
                <p class="brand"><span class="mark"></span>Ferry <span>rollback</span></p>
                <h1>{}</h1>
                <p class="route">Into {}. Ended {}. {}</p>
                </header>
                """,
                results.runId(),
                results.target(),
                Wording.moment(Instant.parse(results.finishedAt())),
                verdict(results));
    }

    private static String verdict(RollbackResults results) {
        if (!results.balanced()) {
            return "Not every record is accounted for.";
        }
        return results.open() == 0
                ? "What Ferry did is undone, except what the last section says."
                : Wording.counted(results.open(), "record") + " were not undone, each by name and with a reason.";
    }

    private static Markup phases(RollbackResults results) {
        return Section.titled(
                "phases",
                "What was undone",
                "Made or changed by the run = removed + set back + untouched + not possible + spared + failed.",
                Markup.of(
                        "<table><thead><tr><th>Phase</th><th class=\"n\">By the run</th><th class=\"n\">Removed</th>"
                                + "<th class=\"n\">Set back</th><th class=\"n\">Untouched</th>"
                                + "<th class=\"n\">Not possible</th><th class=\"n\">Spared</th>"
                                + "<th class=\"n\">Failed</th></tr></thead><tbody>{}</tbody></table>",
                        Markup.join(results.phases().stream().map(RollbackPage::row))));
    }

    private static Markup row(RollbackResults.Phase phase) {
        return Markup.of(
                "<tr><td>{}</td>{}</tr>",
                phase.phase(),
                Markup.join(Stream.of(
                                phase.total(),
                                phase.removed(),
                                phase.restored(),
                                phase.untouched(),
                                phase.left(),
                                phase.spared(),
                                phase.failed())
                        .map(count -> Markup.of("<td class=\"n\">{}</td>", Wording.number(count)))));
    }

    private static Markup lists(RollbackResults results) {
        return Section.titled(
                "lists",
                "Records that were not undone",
                "Spared records were changed or are used by somebody; roll back again when that is settled.",
                Markup.of(
                        "<ul class=\"plain\">{}</ul>",
                        Markup.join(results.lists().stream()
                                .map(list -> Markup.of(
                                        "<li><a href=\"{}\">{}</a>: {}</li>",
                                        list.file(),
                                        list.file(),
                                        Wording.counted(list.rows(), "record"))))));
    }

    private static Markup remains(RollbackResults results) {
        return Section.titled(
                "remains",
                "What cannot be undone",
                "The target keeps this whatever is done.",
                Markup.of(
                        "<ul class=\"plain\">{}</ul>",
                        Markup.join(results.remains().stream().map(one -> Markup.of("<li>{}</li>", one)))));
    }
}
