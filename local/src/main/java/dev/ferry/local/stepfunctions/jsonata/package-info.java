/// JSONata as Step Functions evaluates it: version 2.0 without `$eval`, with the six functions that the service
/// adds, and with "nothing" as an error.
///
/// Neighbours: `asl` checks expression texts here when a machine is created; `interpreter` evaluates them.
/// Invariant: an expression that the service would refuse is refused here, whatever the library underneath accepts.
@NullMarked
package dev.ferry.local.stepfunctions.jsonata;

import org.jspecify.annotations.NullMarked;
