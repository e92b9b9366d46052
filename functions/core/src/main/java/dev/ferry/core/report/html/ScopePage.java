package dev.ferry.core.report.html;

import dev.ferry.core.scope.ScopeResults;
import dev.ferry.core.scope.ScopeResults.Api;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A scope as one HTML page.
///
/// *Shape*: a complete UTF-8 document with its style inside; equal results give equal bytes.
///
/// *Threading*: stateless.
public final class ScopePage {

    /// The page.
    public String render(ScopeResults scope) {
        return Page.of(
                "Migration scope: " + scope.company(),
                Markup.join(Stream.of(
                        header(scope),
                        objects(scope),
                        api(scope.api()),
                        cost(scope),
                        gaps(scope),
                        missing(scope),
                        fields(scope),
                        feeds(scope))));
    }

    private static Markup header(ScopeResults scope) {
        return Markup.of("""
                <header>
                <p class="brand"><span class="mark"></span>Ferry <span>migration scope</span></p>
                <h1>{}</h1>
                <p class="route">What the source holds, and what it takes to move it. Nothing has been moved.</p>
                </header>
                """, scope.company());
    }

    private static Markup objects(ScopeResults scope) {
        return Section.titled(
                "objects",
                "What would move",
                "Counts marked with about are estimates, within one part in a hundred or from a sample.",
                table(
                        "<th>Object</th><th class=\"n\">Count</th><th>From</th>",
                        scope.objects().stream()
                                .map(one -> Markup.of(
                                        "<tr><td>{}</td><td class=\"n\">{}{}</td><td>{}</td></tr>",
                                        one.object(),
                                        one.exact() ? "" : "about ",
                                        Wording.number(one.count()),
                                        one.basis()))));
    }

    private static Markup api(@Nullable Api api) {
        if (api == null) {
            return Section.titled(
                    "api",
                    "Reading the API",
                    "The configuration names no key of the source's API, so only the batch export is read: texts that it "
                            + "has purged, AI Services conversations and attachments stay behind.",
                    Markup.NOTHING);
        }
        return Section.titled(
                "api",
                "Reading the API",
                "%s of a daily cap of which %s are ours: %s, %s."
                        .formatted(
                                Wording.counted(api.requests(), "request"),
                                Wording.number(api.perDay()),
                                Wording.counted(api.days(), "day"),
                                api.forecast()),
                parts(api));
    }

    private static Markup parts(Api api) {
        return table(
                "<th>What</th><th class=\"n\">Requests</th><th>Reckoned by</th>",
                api.parts().stream()
                        .map(one -> Markup.of(
                                "<tr><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
                                one.what(),
                                Wording.number(one.requests()),
                                one.basis())));
    }

    private static Markup cost(ScopeResults scope) {
        return Section.titled(
                "cost",
                "What a run costs on AWS",
                "A run costs " + scope.cost().sentence() + ", without taxes, free tier and discounts.",
                table(
                        "<th>Step</th><th class=\"n\">US dollars</th>",
                        scope.cost().byStep().entrySet().stream()
                                .map(step -> Markup.of(
                                        "<tr><td>{}</td><td class=\"n\">{}</td></tr>",
                                        step.getKey(),
                                        String.format(Locale.ROOT, "%.2f", step.getValue())))));
    }

    private static Markup gaps(ScopeResults scope) {
        return Section.titled(
                "gaps",
                "Windows and gaps",
                scope.gaps().isEmpty()
                        ? "Every feed has a finished partition on each of its dates."
                        : "Ask the source to complete or restate these before the cutover.",
                scope.gaps().isEmpty()
                        ? Markup.NOTHING
                        : table(
                                "<th>Feed</th><th>From</th><th>Until</th><th>What</th>",
                                scope.gaps().stream()
                                        .map(one -> Markup.of(
                                                "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>",
                                                one.feed(),
                                                one.from(),
                                                one.until(),
                                                one.what()))));
    }

    private static Markup missing(ScopeResults scope) {
        return Section.titled(
                "missing",
                "Missing, not enabled, not read",
                "What is not in the source cannot be moved; what Ferry does not read stays where it is.",
                table(
                        "<th>What</th><th>State</th><th>Why</th>",
                        scope.missing().stream()
                                .map(one -> Markup.of(
                                        "<tr><td><code>{}</code></td><td>{}</td><td>{}</td></tr>",
                                        one.what(),
                                        one.state(),
                                        one.why()))));
    }

    private static Markup fields(ScopeResults scope) {
        return Section.titled(
                "fields",
                "Structured fields",
                "Types are inferred from the values; exceptions are values that do not look like most. All columns of all "
                        + "feeds are in fields.csv.",
                table(
                        "<th>Field</th><th class=\"n\">Values</th><th>Type</th><th class=\"n\">Exceptions</th>"
                                + "<th class=\"n\">Longest</th><th>Vocabulary</th>",
                        scope.fields().stream()
                                .filter(field -> field.kind().equals("structured"))
                                .map(one -> Markup.of(
                                        """
                                        <tr><td><code>{}</code> <span class="note">{}</span></td><td class="n">{}</td>
                                        <td>{}</td><td class="n">{}</td><td class="n">{}</td><td>{}</td></tr>
                                        """,
                                        one.field(),
                                        one.feed(),
                                        Wording.number(one.filled()),
                                        one.type(),
                                        Wording.number(one.exceptions()),
                                        one.longest(),
                                        vocabulary(one.values())))));
    }

    private static String vocabulary(Map<String, Long> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(value -> "%s (%s)".formatted(value.getKey(), Wording.number(value.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static Markup feeds(ScopeResults scope) {
        return Section.titled(
                "feeds",
                "Feeds",
                "Rows that stand in several partitions count once as distinct.",
                table(
                        "<th>Feed</th><th>Dates</th><th class=\"n\">Files</th><th class=\"n\">Rows</th>"
                                + "<th class=\"n\">Distinct</th><th class=\"n\">Rejected</th>",
                        scope.feeds().stream()
                                .map(one -> Markup.of(
                                        """
                                        <tr><td><code>{}</code> <span class="note">{}</span></td><td>{} to {}</td>
                                        <td class="n">{}</td><td class="n">{}</td><td class="n">{}</td><td class="n">{}</td></tr>
                                        """,
                                        one.feed(),
                                        one.sample(),
                                        one.first(),
                                        one.last(),
                                        Wording.number(one.files()),
                                        Wording.number(one.rows()),
                                        Wording.number(one.distinct()),
                                        Wording.number(one.rejected())))));
    }

    private static Markup table(String head, Stream<Markup> rows) {
        return Markup.of(
                "<div class=\"wide\"><table>\n<thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table></div>\n",
                new Markup(head),
                Markup.join(rows));
    }
}
