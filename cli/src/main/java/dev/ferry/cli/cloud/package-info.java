/// The cloud as the command line sees it: executions of the state machines, files of the work bucket, gates, shared
/// budgets, and the embedded cloud that `demo`, `up` and `scope` start in this process.
///
/// Ports only, with AWS adapters beside them; the same adapters serve AWS and the embedded cloud, which differ in
/// [dev.ferry.cli.cloud.CloudDescription] and in nothing else.
@NullMarked
package dev.ferry.cli.cloud;

import org.jspecify.annotations.NullMarked;
