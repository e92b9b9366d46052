package dev.ferry.intercom.target;

import dev.ferry.core.rollback.UndoItem;
import dev.ferry.core.rollback.UndoOutcome;
import dev.ferry.core.rollback.UndoRules;
import java.util.List;
import java.util.function.Function;

/// How the records of one object are undone.
///
/// *Threading*: safe for concurrent use; what is given back is called from several threads.
@FunctionalInterface
interface ObjectUndo {

    /// Reads what is there of some records, many a call; what is given back undoes one of them.
    ///
    /// *Errors*: [dev.ferry.intercom.client.IntercomException].
    Function<UndoItem, UndoOutcome> of(List<UndoItem> items, UndoRules rules);
}
