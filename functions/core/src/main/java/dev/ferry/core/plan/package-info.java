/// What a run would do, before it does it.
///
/// [dev.ferry.core.plan.PlanResults] is the plan: counts for each phase, what it asks of target and source, what it
/// costs, and the hashes that a run of it is bound to. [dev.ferry.core.plan.SchemaDrift] says what a target has
/// changed since.
///
/// Invariants: a plan writes nothing to the target; a run that takes it up works on the records that the plan
/// counted, or refuses. Neighbours: `load` counts bucket by bucket, `report.html` shows the page, `handlers.plan`
/// puts it together.
@NullMarked
package dev.ferry.core.plan;

import org.jspecify.annotations.NullMarked;
