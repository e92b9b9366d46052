/// Executions of state machines that have stopped, and why they did: the failure of the function, found beneath the
/// executions and distributed maps that passed it up.
///
/// Step Functions tells a failure as the JSON of a child's failure, level by level; a person is told what the
/// innermost function said, where that was, and what to do. Neighbours: `report` (which writes it into the report of
/// a run), and the command line (which tells it).
@NullMarked
package dev.ferry.handlers.executions;

import org.jspecify.annotations.NullMarked;
