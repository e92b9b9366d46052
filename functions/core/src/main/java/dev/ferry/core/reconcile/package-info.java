/// The books: equations over tallies and the ledger that must hold before a run goes on, and the names behind each
/// term.
///
/// A phase says in [dev.ferry.core.reconcile.PhaseRules] what must hold;
/// [dev.ferry.core.reconcile.ReconcileTallies] fills in what was counted and gives
/// [dev.ferry.core.reconcile.PhaseBooks], which the state machine decides on and the report shows. Neighbours:
/// `tally` (what is summed), `work` (where the lists of records stand).
@NullMarked
package dev.ferry.core.reconcile;

import org.jspecify.annotations.NullMarked;
