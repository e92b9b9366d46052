/// The frame of every Lambda entry point.
///
/// Invariant: no personal data and no event is logged; a failure that may heal leaves as
/// [dev.ferry.core.failure.RetriableException], which the `Retry` of the state machines names.
@NullMarked
package dev.ferry.handlers.invocation;

import org.jspecify.annotations.NullMarked;
