/// What came of a run: one versioned artifact, and the lists and renderings made from it and from nothing else.
///
/// [dev.ferry.core.report.RunResults] is written as `run-results.json` before a run is reported as failed or
/// finished, so every reader (the command line, dashboards, the HTML report) sees the same numbers. Neighbours:
/// `reconcile` supplies the books, `html` renders the page that a customer signs.
///
/// Invariants: nothing here holds message texts, names of people, e-mail addresses or phone numbers; people are
/// named by their ids. Derived facts (whether an equation holds) are computed from the terms, never stored apart.
@NullMarked
package dev.ferry.core.report;

import org.jspecify.annotations.NullMarked;
