/// The entry points of the machine `rollback`: plan, undo, balance, write down. Each decodes its event, calls one
/// step of `dev.ferry.core.rollback`, and encodes what came of it; the order of the steps is the machine's.
///
/// Neighbours: `target` opens the site that the steps work with.
@NullMarked
package dev.ferry.handlers.rollback;

import org.jspecify.annotations.NullMarked;
