/// The org's records: in memory for reading, in an append-only journal for surviving.
///
/// A transaction is one line of the journal, written before its outcome is answered: what was answered is kept
/// whenever the process dies, and what was torn is as if never sent. Long texts and file bodies lie in files beside
/// the journal, so half a million records fit into a small heap. Rows are immutable; readers hold a row without a
/// lock.
///
/// Neighbours: `schema` gives rows their meaning; `dml` decides what may be written; `soql` reads.
@NullMarked
package dev.ferry.local.salesforce.store;

import org.jspecify.annotations.NullMarked;
