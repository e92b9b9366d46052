/// Limits of a provider that many workers share, met by construction: exact request times on one shared timeline,
/// and a count of each of the provider's days.
///
/// A worker asks a [dev.ferry.core.budget.Pacer] for a turn before every attempt of every request. The pacer holds
/// [dev.ferry.core.budget.Lease]s: blocks of the timeline that belong to it alone. A lease is one conditional write
/// ([dev.ferry.core.budget.BudgetStore]) of one [dev.ferry.core.budget.BudgetState], which is pure: what is granted
/// depends on the state, what is asked and the time. The state carries its settings, so they can be changed
/// while workers run.
///
/// Three things stop everybody and not only the worker that meets them: a refusal for pace pushes the timeline
/// forward, the end of the day's allowance parks the work until the provider's next day, and a refused key opens
/// the breaker for that key.
///
/// *What is provable.* Let the clocks of any two workers differ by at most `maxSkew`, and let no worker send later
/// than `maxLateness` after the slot that it checks last. Then any two requests leave at least the limit's spacing
/// apart, in one clock that all events are measured by: inside a block by the block's step and the worker's own
/// spacing, between blocks because each block is preceded by a silence of `maxSkew + maxLateness`, and across a
/// push because the first push is longer than the blocks that may still be running. Hence no window of a second
/// (half-open) holds more than the limit. The silence costs nothing while the target rate is so far below the limit
/// that the block's slots can move together: see [dev.ferry.core.budget.Pace]. Nothing can be proved of the
/// network: requests that overtake each other on the way arrive closer than they left. A day is not exceeded as
/// long as no request is longer on its way than the quiet time around the day's end.
///
/// Neighbours: `handlers.dynamodb` keeps the state; HTTP clients know only
/// [dev.ferry.core.budget.RequestBudget]. Invariant: no provider is named here.
@NullMarked
package dev.ferry.core.budget;

import org.jspecify.annotations.NullMarked;
