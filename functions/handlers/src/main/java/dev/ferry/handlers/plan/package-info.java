/// Puts a plan together from what the phases counted and what the target allows.
///
/// [dev.ferry.handlers.plan.WritePlanHandler] is the last state of the machine `plan`; the counting itself is
/// `load.PlanBucketsHandler`, and `target.TakeUpPlanHandler` holds a run to the plan.
///
/// Invariant: nothing is written to the target.
@NullMarked
package dev.ferry.handlers.plan;

import org.jspecify.annotations.NullMarked;
