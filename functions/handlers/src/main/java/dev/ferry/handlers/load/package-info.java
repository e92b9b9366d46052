/// The entry points of the load machine: stage, send, settle, read back and balance one phase. Each decodes its
/// event, calls one step of `dev.ferry.core.load`, and encodes what came of it; the order of the steps is the
/// machine's.
///
/// Neighbours: `target` opens the site that the steps work with; `owners` decides who owns what before the first
/// phase.
@NullMarked
package dev.ferry.handlers.load;

import org.jspecify.annotations.NullMarked;
