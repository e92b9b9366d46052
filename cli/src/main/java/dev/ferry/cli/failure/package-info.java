/// Why a run stopped: the failure of the function, found beneath the executions and distributed maps that passed it
/// up.
///
/// Step Functions tells a failure as the JSON of a child's failure, level by level; a person is told what the
/// innermost function said, where that was, and what to do. Neighbours: `cloud` (executions), `command` (who tells
/// it).
@NullMarked
package dev.ferry.cli.failure;

import org.jspecify.annotations.NullMarked;
