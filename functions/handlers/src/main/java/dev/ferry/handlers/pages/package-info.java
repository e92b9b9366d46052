/// Metered work on a queue: a state machine sends a message with its task token, a function with a cap on its
/// concurrency works on it, and the answer says whether the work is done, or when and where it goes on.
///
/// Two things meter the work. The event source's maximum concurrency bounds how much is in flight; the rate itself
/// comes from the shared budget, which hands every request its time. When the provider's day is spent, nothing
/// waits in a function or in the queue: the work parks with its cursor, and the machine waits for the provider's
/// next day.
///
/// A message is delivered at least once. Doing a page twice changes nothing, and of two answers to one token the
/// second is refused by Step Functions and forgotten here.
@NullMarked
package dev.ferry.handlers.pages;

import org.jspecify.annotations.NullMarked;
