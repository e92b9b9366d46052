/// Data Firehose on one machine: records are kept in a file of the work directory until they are delivered to a
/// bucket, many of them in one object.
///
/// Neighbours: `cloud` starts it and says which streams exist; functions put records through the AWS SDK.
/// Invariant: an acknowledged record is in a file, and leaves it only when an object has it; a killed process loses
/// none and may deliver one twice, as Firehose itself does.
@NullMarked
package dev.ferry.local.firehose;

import org.jspecify.annotations.NullMarked;
