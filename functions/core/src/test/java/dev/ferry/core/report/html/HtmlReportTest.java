package dev.ferry.core.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.reconcile.Equation;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.reconcile.Term;
import dev.ferry.core.report.FeedInventory;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunStatus;
import dev.ferry.core.report.SampleResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private final HtmlReport report = new HtmlReport();

    @Test
    void saysTheVerdictFirst() throws IOException {
        write("finished", SampleResults.finished());
        write("clean", SampleResults.clean());
        write("unbalanced", SampleResults.unbalanced());
        assertThat(report.render(SampleResults.clean())).contains("Everything moved, and the books balance.");
        assertThat(report.render(SampleResults.finished())).contains("Finished. 32 records did not move");
        assertThat(report.render(SampleResults.unbalanced())).contains("Stopped before its end.");
    }

    @Test
    void saysOnTopWhatStoppedTheRunAndWhereAndHowToGoOn() throws IOException {
        write("stopped", SampleResults.stopped());
        String page = report.render(SampleResults.stopped());
        assertThat(page)
                .contains(
                        "Stopped before its end, at SubmitChunk in phase Contact.",
                        "<b>TARGET_ACCESS</b> could not sign in: invalid_client. Grant the named permission",
                        "Next: <code>ferry run --resume</code>",
                        "Not finished, so not balanced yet.");
        assertThat(page.indexOf("TARGET_ACCESS")).isLessThan(page.indexOf("What moved"));
    }

    @Test
    void neverCallsUnbalancedBooksClean() {
        RunResults results = SampleResults.unbalanced();
        RunResults claimed = with(results, RunStatus.CLEAN, results.feeds());
        assertThat(report.render(claimed))
                .contains("The books do not balance.")
                .contains("verdict bad")
                .doesNotContain("Everything moved");
    }

    @Test
    void showsEveryEquationWithItsNumbers() {
        assertThat(report.render(SampleResults.finished()))
                .contains("<b>16,079</b> received", "<b>656</b> duplicate", "<b>26</b> rejected")
                .contains("<b>6,950</b> found in target");
    }

    @Test
    void saysByHowMuchAnEquationIsOff() {
        RunResults results = SampleResults.clean();
        PhaseBooks books = new PhaseBooks(
                "extract",
                new TreeMap<>(),
                List.of(new Equation(
                        "received = staged", List.of(new Term("received", 10)), List.of(new Term("staged", 7)))),
                List.of(),
                new TreeMap<>());
        PhaseResult phase =
                new PhaseResult("extract", "Reading", null, books, results.run().startedAt(), null);
        assertThat(new BooksSection().render(with(results, List.of(phase))).html())
                .contains("✗", "differs by 3");
    }

    @Test
    void isOneFileThatLoadsNothing() {
        assertThat(report.render(SampleResults.finished()))
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script", "src=", "@import", "url(", "http://", "https://");
    }

    @Test
    void escapesNamesThatComeFromOutside() {
        RunResults results = SampleResults.clean();
        RunResults hostile = with(
                results,
                results.status(),
                List.of(new FeedInventory("<img onerror=x>&\u202E", 1, 1, 1, List.of("\"'"), List.of())));
        assertThat(report.render(hostile))
                .contains("&lt;img onerror=x&gt;&amp;\uFFFD", "&quot;&#39;")
                .doesNotContain("<img");
    }

    @Test
    void rendersEqualResultsToEqualBytes() {
        assertThat(report.render(SampleResults.finished())).isEqualTo(report.render(SampleResults.finished()));
    }

    @Test
    void refusesATemplateWhosePlacesAndArgumentsDiffer() {
        assertThatThrownBy(() -> Markup.of("<p>{}</p>", "a", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Markup.of("<p>{}{}</p>", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    // Left below target/ for a person to look at.
    private void write(String name, RunResults results) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "reports"));
        Files.writeString(folder.resolve(name + ".html"), report.render(results));
    }

    private static RunResults with(RunResults results, List<PhaseResult> phases) {
        return copy(results, results.status(), phases, results.feeds());
    }

    private static RunResults with(RunResults results, RunStatus status, List<FeedInventory> feeds) {
        return copy(results, status, results.phases(), feeds);
    }

    private static RunResults copy(
            RunResults results, RunStatus status, List<PhaseResult> phases, List<FeedInventory> feeds) {
        return new RunResults(
                results.schema(),
                results.run(),
                status,
                results.stop(),
                results.hashes(),
                phases,
                results.findings(),
                results.lists(),
                feeds,
                results.adjustments(),
                results.owners(),
                results.undo(),
                results.nextCommand());
    }
}
