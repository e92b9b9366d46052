/// The JSONPath query language of Amazon States Language: reference paths, context paths, variables and the
/// intrinsic functions `States.*`.
///
/// Neighbours: `asl` checks texts here when a machine is created; `interpreter` evaluates them.
@NullMarked
package dev.ferry.local.stepfunctions.jsonpath;

import org.jspecify.annotations.NullMarked;
