/// The target of a run: signing in, checking, and who owns what in it.
///
/// The only place that knows which target packages there are. Neighbours: `load` moves records over the site that
/// is opened here; `run` gives the ports of the run.
@NullMarked
package dev.ferry.handlers.target;

import org.jspecify.annotations.NullMarked;
