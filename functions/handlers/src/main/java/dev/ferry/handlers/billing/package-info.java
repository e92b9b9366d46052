/// What one invocation uses of AWS, counted while it works.
///
/// [dev.ferry.handlers.billing.Meter] is the counter of the current invocation. The clients of `aws` report every
/// call to it, the tables of `dynamodb` what they were charged; `metrics` emits it. Invariant: nothing but counts
/// and durations.
@NullMarked
package dev.ferry.handlers.billing;

import org.jspecify.annotations.NullMarked;
