/// An export on disk: feeds, partitions and files of the layout in section 4 of the reference.
///
/// Neighbours: `fileexporter` and `batch` decide which of it can be seen at a moment, and how it is spelled.
/// Invariant: nothing here writes into the export.
@NullMarked
package dev.ferry.local.asapp.tree;

import org.jspecify.annotations.NullMarked;
