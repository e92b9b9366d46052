/// What the row rules make of an export's files: duplicates, restatements, splits, compression, a
/// new column, files that are cut off or encrypted.
///
/// Neighbours: `fileexporter` and `batch` hand out what is made here. Invariants: with the default rules nothing is
/// made and files are those on disk; with others, a partition looks the same whenever it is asked for.
@NullMarked
package dev.ferry.local.asapp.renditions;

import org.jspecify.annotations.NullMarked;
