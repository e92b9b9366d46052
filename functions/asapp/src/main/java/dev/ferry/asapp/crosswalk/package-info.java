/// Reading the files that the client supplies: who a customer or agent is in the client's own systems.
///
/// ASAPP exports no addresses, so these files are the only bridge to people in the target. Neighbours: `batch` does
/// the same for feeds. Invariant: a row that cannot be used is listed by file, line and field, never by its
/// content.
@NullMarked
package dev.ferry.asapp.crosswalk;

import org.jspecify.annotations.NullMarked;
