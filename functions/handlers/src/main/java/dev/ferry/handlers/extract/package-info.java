/// Extraction: the export is listed, and every file is read into staging once; then the copied files and stored
/// events of the other channels.
///
/// The order is `statemachines/extract.asl.json`. Invariant: a file's tally is put after everything of it is
/// durable and carries the state of the file, so that the books notice a file that was lost, read in part or
/// exchanged. Neighbours: `dev.ferry.asapp` (how a file is read), `assemble` (what comes next), `books`.
@NullMarked
package dev.ferry.handlers.extract;

import org.jspecify.annotations.NullMarked;
