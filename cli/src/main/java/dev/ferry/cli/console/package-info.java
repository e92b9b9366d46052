/// How the command line looks: one line per stage with a tick, counters and the time it took.
///
/// On a terminal the line of a running stage is redrawn; elsewhere only finished lines are printed. A stage that is
/// left without an end is marked as stopped, so no line is ever left hanging.
@NullMarked
package dev.ferry.cli.console;

import org.jspecify.annotations.NullMarked;
