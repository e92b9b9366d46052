package dev.ferry.handlers.books;

import dev.ferry.core.reconcile.DigestCheck;
import dev.ferry.core.reconcile.Equation;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.reconcile.Term;
import dev.ferry.core.staging.Quarantined;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What does not balance in books, in a line that a person can act on: ids of files and numbers, no contents.
public final class BooksInWords {
    /// What is said where going on with the run would find the same.
    public static final String START_ANEW = "Start a new run: it reads the source again";

    /// How many units are named; the list has all.
    private static final int NAMED = 3;

    private BooksInWords() {}

    /// The equations and digests that do not hold. *Shape*: `received 5 is not fragmented 4 + rejected 0`; empty
    /// when all hold.
    static String of(PhaseBooks books) {
        return Stream.concat(
                        books.equations().stream()
                                .filter(equation -> !equation.holds())
                                .map(BooksInWords::of),
                        books.digests().stream()
                                .filter(digest -> !digest.holds())
                                .map(BooksInWords::of))
                .collect(Collectors.joining("; "));
    }

    /// The same with the units whose fragments are missing.
    static String of(PhaseBooks books, List<Quarantined> missing) {
        if (missing.isEmpty()) {
            return of(books);
        }
        String named = missing.stream()
                .limit(NAMED)
                .map(unit -> "%s: %s".formatted(unit.file(), unit.detail()))
                .collect(Collectors.joining("; "));
        String more = missing.size() > NAMED ? "; and %d more".formatted(missing.size() - NAMED) : "";
        String advice =
                missing.equals(List.of(FragmentBooks.NOT_FOLDED)) ? "Resume the run: it assembles again" : START_ANEW;
        return "%s. Of what extraction wrote, %s%s. %s".formatted(of(books), named, more, advice);
    }

    private static String of(Equation equation) {
        return sum(equation.left()) + " is not " + sum(equation.right());
    }

    private static String of(DigestCheck digest) {
        return "the digest of %s is not the one expected".formatted(digest.name());
    }

    private static String sum(List<Term> terms) {
        return terms.stream()
                .map(term -> "%s %d".formatted(term.name(), term.count()))
                .collect(Collectors.joining(" + "));
    }
}
