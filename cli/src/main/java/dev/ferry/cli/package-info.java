/// The command line: its entry point, its exit codes, and how it says that something is wrong.
///
/// The command line holds no state and no secret logic: everything it does is a call that `aws stepfunctions`,
/// `aws s3` and `aws dynamodb` could make too. Neighbours: `command` (one class per command), `cloud` (the services
/// it talks to), `console` (how it looks), `work` (the work directory).
@NullMarked
package dev.ferry.cli;

import org.jspecify.annotations.NullMarked;
