/// What Ferry tells CloudWatch: progress per unit of work and what it cost, in one namespace with few dimensions.
///
/// Invariant: dimensions are the migration with its phase, or with a code for failures, since every combination of
/// values is billed; run and unit stand in the logs.
@NullMarked
package dev.ferry.handlers.metrics;

import org.jspecify.annotations.NullMarked;
