/// The results of a run: gathered from books, lists and tallies, written as one artifact and rendered from it.
///
/// Neighbours: `dev.ferry.core.report` gives the artifact and its renderings; the migration machine writes them at
/// its end; for a run that was stopped on its way they are written when its end is heard of, with what `executions`
/// finds to be the cause.
@NullMarked
package dev.ferry.handlers.report;

import org.jspecify.annotations.NullMarked;
