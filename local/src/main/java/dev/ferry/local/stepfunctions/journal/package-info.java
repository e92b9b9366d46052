/// Append-only journals: everything that the service knows is the replay of what stands here.
///
/// Neighbours: `interpreter` and `machines` append and replay. Invariant: a record is in the journal before its
/// effect can be seen outside; a last line torn by a killed process counts as never written.
@NullMarked
package dev.ferry.local.stepfunctions.journal;

import org.jspecify.annotations.NullMarked;
