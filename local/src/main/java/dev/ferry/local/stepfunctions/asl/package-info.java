/// Amazon States Language: the state machine as data, and the reading of its text.
///
/// A text becomes a [dev.ferry.local.stepfunctions.asl.Definition] or a list of
/// [dev.ferry.local.stepfunctions.asl.Diagnostic]s, worded as AWS words them. Neighbours: `interpreter` runs
/// definitions, `api` reports diagnostics. Invariant: a definition that was read holds nothing that the interpreter
/// does not carry out.
@NullMarked
package dev.ferry.local.stepfunctions.asl;

import org.jspecify.annotations.NullMarked;
