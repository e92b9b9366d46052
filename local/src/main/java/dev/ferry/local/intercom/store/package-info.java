/// What a simulated workspace holds: documents by kind and id, found by a few indexes, kept in a journal.
///
/// All changes of one request are one line of the journal, written before the answer leaves. Neighbours: the
/// packages of Intercom's objects read and write documents; what a document shows to a client is theirs to decide.
/// Invariant: a document that was handed out for reading is never changed, only replaced.
@NullMarked
package dev.ferry.local.intercom.store;

import org.jspecify.annotations.NullMarked;
