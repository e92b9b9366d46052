package dev.ferry.core.report.html;

import dev.ferry.core.report.RunResults;
import java.util.List;

/// The report of a run as one HTML page.
///
/// *Shape*: a complete UTF-8 document with its style inside; equal results give equal bytes.
///
/// *Threading*: stateless.
public final class HtmlReport {
    private static final List<Section> SECTIONS = List.of(
            new HeadlineSection(),
            new MovedSection(),
            new FindingsSection(),
            new BooksSection(),
            new OwnersSection(),
            new SourceSection(),
            new AdjustmentsSection(),
            new TimingsSection(),
            new UndoSection(),
            new BindingsSection(),
            new GlossarySection(),
            new SignOffSection());

    /// The page.
    public String render(RunResults results) {
        return Page.of(
                "Migration report: %s, run %s"
                        .formatted(results.run().company(), results.run().runId()),
                Markup.join(SECTIONS.stream().map(section -> section.render(results))));
    }
}
