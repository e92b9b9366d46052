/// The service's JSON API: AWS JSON 1.0 over HTTP, one class for each group of operations.
///
/// Neighbours: `machines` and `interpreter` do what is asked. Error codes, messages and HTTP statuses are AWS's
/// own. Invariant: an operation that is not offered is refused by name.
@NullMarked
package dev.ferry.local.stepfunctions.api;

import org.jspecify.annotations.NullMarked;
