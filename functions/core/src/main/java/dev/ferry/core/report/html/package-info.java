/// The page that a customer reads and signs: one self-contained HTML file that opens offline and prints on A4.
///
/// [dev.ferry.core.report.html.HtmlReport] strings sections together; each section renders one part of the run
/// results and decides nothing. Text from outside becomes markup only through [dev.ferry.core.report.html.Markup],
/// which escapes it. No script, no font, no image is loaded.
@NullMarked
package dev.ferry.core.report.html;

import org.jspecify.annotations.NullMarked;
