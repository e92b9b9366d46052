/// Lambda on one machine: a host that runs the deployed handlers through Lambda's own serialisation, an Invoke
/// endpoint that the AWS CLI can call, and the SQS event source.
///
/// Neighbours: `stepfunctions` invokes functions through [dev.ferry.local.lambda.LambdaInvoker]; `cloud` wires the
/// host.
@NullMarked
package dev.ferry.local.lambda;

import org.jspecify.annotations.NullMarked;
