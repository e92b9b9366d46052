/// The results of a run: gathered from books, lists and tallies, written as one artifact and rendered from it.
///
/// Neighbours: `dev.ferry.core.report` gives the artifact and its renderings; the migration machine writes them at
/// its end, and the command line asks for them when a run stops on its way.
@NullMarked
package dev.ferry.handlers.report;

import org.jspecify.annotations.NullMarked;
