/// Intercom as a target: what a workspace can hold, how records are loaded into it one by one, read back, and
/// undone.
///
/// The cast is that of the Salesforce target. [dev.ferry.intercom.target.IntercomTarget] is the door;
/// [dev.ferry.intercom.target.IntercomLoader] sends chunks step by step through one writer for each object, and
/// [dev.ferry.intercom.target.IntercomReader] reads them back, and [dev.ferry.intercom.target.IntercomUndoer] takes
/// them out again.
///
/// Invariants: nothing that Intercom would make twice is sent before the ledger says so
/// ([dev.ferry.core.load.LedgerEntry.Sent]), and nothing is sent again before it was looked for; a conversation's
/// messages go one after the other, oldest first; every reply of an admin asks for silence; its state is settled
/// last. Neighbours: `client`; `core.load` calls it, `handlers` puts it together.
@NullMarked
package dev.ferry.intercom.target;

import org.jspecify.annotations.NullMarked;
