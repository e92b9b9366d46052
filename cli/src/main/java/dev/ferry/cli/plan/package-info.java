/// Runs the machine `plan` and shows what it found; starts runs that take a plan up.
///
/// The plan itself is made in the cloud ([dev.ferry.core.plan.PlanResults]); here it is copied and printed.
/// Neighbours: `progress` follows the execution, `command` calls this package.
@NullMarked
package dev.ferry.cli.plan;

import org.jspecify.annotations.NullMarked;
