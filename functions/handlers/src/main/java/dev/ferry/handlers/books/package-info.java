/// Balancing the books between phases: a state of its own, so that a run stops where something is missing.
///
/// Neighbours: `core.reconcile` (what balancing is), `extract` and `assemble` (whose tallies are summed), `report`
/// (which reads in the words whether to start anew).
@NullMarked
package dev.ferry.handlers.books;

import org.jspecify.annotations.NullMarked;
