/// The interpreter of Amazon States Language.
///
/// An [dev.ferry.local.stepfunctions.interpreter.Execution] is the replay of its journal. Its lines of control (the
/// machine itself, each branch, each iteration) are frames; each frame runs state after state on a thread of its
/// own and writes down every step before the next. After a restart a frame goes on from the last step that it wrote
/// down. Neighbours: `asl` gives definitions, `journal` keeps records, `timing` waits, `api` asks and tells.
/// Invariant: a step that stands in the journal is never done again, except that a call whose answer was lost is
/// repeated.
@NullMarked
package dev.ferry.local.stepfunctions.interpreter;

import org.jspecify.annotations.NullMarked;
