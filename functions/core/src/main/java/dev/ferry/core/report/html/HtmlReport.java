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
        return Markup.of(
                        """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="generator" content="Ferry">
                <title>Migration report: {}, run {}</title>
                <style>
                {}</style>
                </head>
                <body>
                <main>
                {}</main>
                </body>
                </html>
                """,
                        results.run().company(),
                        results.run().runId(),
                        Stylesheet.CSS,
                        Markup.join(SECTIONS.stream().map(section -> section.render(results))))
                .html();
    }
}
