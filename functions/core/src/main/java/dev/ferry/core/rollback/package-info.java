/// Undoing what one run did in the target, and only that.
///
/// The ledger says what the run made, changed or recognised. A target's [dev.ferry.core.rollback.Undoer] deletes
/// what was made and writes back what was changed; what people have changed since is spared and named. Each step
/// may be killed and repeated: a note in the ledger ([dev.ferry.core.load.Undone]) follows each deed, and a deed
/// that is repeated finds nothing to do. [dev.ferry.core.rollback.PlanRollback] says beforehand what would be done,
/// [dev.ferry.core.rollback.UndoBucket] does one share of it, [dev.ferry.core.rollback.BalanceUndo] holds the
/// result against the ledger.
///
/// Invariant: what Ferry recognised is never deleted; a record is noted as undone only after the target has said
/// so. Neighbours: `core.load` wrote the ledger; a target package implements `Undoable`.
@NullMarked
package dev.ferry.core.rollback;

import org.jspecify.annotations.NullMarked;
