package dev.ferry.core.report.html;

import dev.ferry.core.reconcile.DigestCheck;
import dev.ferry.core.reconcile.Equation;
import dev.ferry.core.reconcile.Term;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import java.util.List;
import java.util.stream.IntStream;

/// The books of every phase: each equation with its numbers and a tick, each digest as expected and as found.
final class BooksSection implements Section {
    private static final int DIGEST_SHOWN = 16;

    @Override
    public Markup render(RunResults results) {
        return Section.titled(
                "books",
                "The books",
                "Every record that came in is accounted for. An equation that does not hold says by how much.",
                Markup.of(
                        "<div class=\"books\">{}</div>",
                        Markup.join(results.phases().stream().map(BooksSection::phase))));
    }

    private static Markup phase(PhaseResult phase) {
        if (phase.books().equations().isEmpty()) {
            return Markup.of(
                    "<article class=\"book\"><h3>{} <small>{}</small></h3><p>Not finished, so not balanced yet.</p></article>",
                    phase.title(),
                    phase.name());
        }
        return Markup.of(
                """
                <article class="book {}">
                <h3>{} <small>{}</small></h3>
                <ul>{}{}</ul>
                </article>
                """,
                phase.books().balanced() ? "balanced" : "unbalanced",
                phase.title(),
                phase.name(),
                Markup.join(phase.books().equations().stream().map(BooksSection::equation)),
                Markup.join(phase.books().digests().stream().map(BooksSection::digest)));
    }

    private static Markup equation(Equation equation) {
        Markup gap = equation.holds()
                ? Markup.NOTHING
                : Markup.of(" <em class=\"gap\">differs by {}</em>", Wording.number(gap(equation)));
        return Markup.of(
                "<li>{}<span class=\"sum\">{} <b class=\"eq\">=</b> {}{}</span></li>",
                tick(equation.holds()),
                side(equation.left()),
                side(equation.right()),
                gap);
    }

    private static long gap(Equation equation) {
        return Math.abs(sum(equation.left()) - sum(equation.right()));
    }

    private static long sum(List<Term> terms) {
        return terms.stream().mapToLong(Term::count).sum();
    }

    private static Markup side(List<Term> terms) {
        return Markup.join(IntStream.range(0, terms.size())
                .mapToObj(i -> Markup.of(
                        "{}<span class=\"term {}\"><b>{}</b> {}</span>",
                        i == 0 ? Markup.NOTHING : Markup.of(" <i>+</i> "),
                        terms.get(i).count() == 0 ? "zero" : "some",
                        Wording.number(terms.get(i).count()),
                        terms.get(i).name())));
    }

    private static Markup digest(DigestCheck digest) {
        Markup shown = digest.holds()
                ? Markup.of("the same on both sides <code>{}</code>", brief(digest.expected()))
                : Markup.of(
                        "expected <code>{}</code> but found <code>{}</code> <em class=\"gap\">differs</em>",
                        brief(digest.expected()),
                        brief(digest.found()));
        return Markup.of(
                "<li>{}<span class=\"sum\"><span class=\"term some\">{}</span>: {}</span></li>",
                tick(digest.holds()),
                digest.name(),
                shown);
    }

    private static String brief(String digest) {
        return digest.length() <= DIGEST_SHOWN ? digest : digest.substring(0, DIGEST_SHOWN) + "…";
    }

    private static Markup tick(boolean holds) {
        return holds
                ? Markup.of("<span class=\"tick yes\" title=\"holds\">✓</span>")
                : Markup.of("<span class=\"tick no\" title=\"does not hold\">✗</span>");
    }
}
