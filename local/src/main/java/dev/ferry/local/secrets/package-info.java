/// Secrets Manager on one machine: the few operations that Ferry and its users need, with each secret in a file
/// of the work directory that only its owner can read.
///
/// Neighbours: `cloud` starts it; handlers read secrets through the AWS SDK. Invariant: a value is in its file
/// whole or not at all, and appears in no message.
@NullMarked
package dev.ferry.local.secrets;

import org.jspecify.annotations.NullMarked;
