/// Assembly: all fragments of one entity, under all its aliases, folded into one canonical record.
///
/// The fold is commutative, associative and idempotent: per unique row the greatest logical time wins, then the
/// place in the export, and what lost is counted. Neighbours: `batch` and `crosswalk` write the fragments,
/// `core.identity` says
/// what belongs together, the records go out as JSON lines. Invariant: a bucket assembled twice gives the same
/// bytes.
@NullMarked
package dev.ferry.asapp.fold;

import org.jspecify.annotations.NullMarked;
