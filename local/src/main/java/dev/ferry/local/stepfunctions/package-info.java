/// Step Functions on one machine: an interpreter of Amazon States Language files behind the service's own JSON API.
///
/// Start it with [dev.ferry.local.stepfunctions.StepFunctionsServer]; the AWS CLI and SDKs then talk to its
/// endpoint. Neighbours: `lambda` runs the functions that tasks name; the embedded S3 and SQS are reached through
/// [dev.ferry.local.stepfunctions.ObjectStore] and [dev.ferry.local.stepfunctions.QueueSender]. Invariants: what is
/// covered behaves as AWS recorded it, what is not is refused by name when a machine is created, and everything
/// that has happened is in the state directory before anybody can see it.
@NullMarked
package dev.ferry.local.stepfunctions;

import org.jspecify.annotations.NullMarked;
