/// What a run costs on AWS: counted units, a dated table of prices, and a forecast from what a source holds.
///
/// [dev.ferry.core.cost.BillingUnit] names what AWS bills. Functions count the same units while they work, so a
/// forecast and a bill can be held against each other unit by unit. Prices are list prices without taxes, free tier
/// or discounts: a result is an estimate and says of which day and region its prices are.
///
/// While a run goes on, each invocation puts its [dev.ferry.core.cost.Bill] among the tallies of the run, and
/// [dev.ferry.core.cost.RunCost] adds them up.
///
/// Invariant: pure. Neighbours: `handlers.metrics` emits the units that a run used, the command line prints what a
/// run costs and will cost.
@NullMarked
package dev.ferry.core.cost;

import org.jspecify.annotations.NullMarked;
