/// How far a run is: read from executions, distributed maps, tallies and the shared budget, never from a counter of
/// its own.
@NullMarked
package dev.ferry.cli.progress;

import org.jspecify.annotations.NullMarked;
