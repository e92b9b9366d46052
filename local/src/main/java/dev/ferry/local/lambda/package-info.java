/// Lambda on one machine: a host that runs the deployed handlers through Lambda's own serialisation, an Invoke
/// endpoint that the AWS CLI can call, and the SQS event source.
///
/// Functions are described once, in `functions.json` ([dev.ferry.local.lambda.Deployment]), for this host and for
/// AWS. An execution environment is one instance of a handler class and one thread; it serves one invocation at a
/// time and is used again for the next, as on AWS.
///
/// Neighbours: `stepfunctions` invokes functions through [dev.ferry.local.lambda.LambdaInvoker]; `metrics` receives
/// what functions print; `cloud` wires the host.
///
/// What one JVM cannot do: give each function its own environment variables, memory limit or file system, and end
/// code that ignores its interrupt when it has run out of time.
@NullMarked
package dev.ferry.local.lambda;

import org.jspecify.annotations.NullMarked;
