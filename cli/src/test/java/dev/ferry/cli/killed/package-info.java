/// A demo that is killed: its process, where it dies, and what it leaves in the target.
///
/// Neighbours: the whole command line, as a process. Invariant: nothing here reads a clock to judge a run, only to
/// choose where to kill it and to tell the target's own moments from the source's.
@NullMarked
package dev.ferry.cli.killed;

import org.jspecify.annotations.NullMarked;
