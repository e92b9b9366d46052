/// The command line: its entry point, its exit codes, and how it says that something is wrong.
///
/// The command line holds no state and no secret logic: what it does on a running cloud is a call that
/// `aws stepfunctions`, `aws s3` and `aws dynamodb` could make too. Neighbours: `command` (one class per command),
/// `cloud` (the services it talks to), `embedded` (those that it can start), `deploy`, `scope` and `demo` (what
/// commands of these names do), `console` (how it looks), `work` (the work directory).
@NullMarked
package dev.ferry.cli;

import org.jspecify.annotations.NullMarked;
