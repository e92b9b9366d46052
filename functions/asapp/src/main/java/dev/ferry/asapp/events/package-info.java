/// Pushed events: what a receiver has stored becomes fragments, provisional until a batch says the same.
///
/// Events come in any order, more than once, and some never. Each is a fragment under its own id, so none of that
/// matters. Neighbours: `batch` knows how a row is looked at, `fold` adds events up. Invariant: delivery says
/// nothing; the event's own time does.
@NullMarked
package dev.ferry.asapp.events;

import org.jspecify.annotations.NullMarked;
