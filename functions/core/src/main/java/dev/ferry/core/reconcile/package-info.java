/// The books: equations over tallies and the ledger that must hold before a run goes on, and the names behind each
/// term.
@NullMarked
package dev.ferry.core.reconcile;

import org.jspecify.annotations.NullMarked;
