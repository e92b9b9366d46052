package dev.ferry.core.report.html;

import dev.ferry.core.report.RunResults;

/// One part of the page. A section that has nothing to say renders [Markup#NOTHING].
@FunctionalInterface
interface Section {
    Markup render(RunResults results);

    /// A titled section with a line that says what the reader sees.
    static Markup titled(String anchor, String title, String lead, Markup body) {
        return Markup.of("""
                <section id="{}">
                <h2>{}</h2>
                <p class="lead">{}</p>
                {}
                </section>
                """, anchor, title, lead, body);
    }
}
