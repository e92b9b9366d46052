/// The first step of a run. Neighbours: `core.run` (what is checked and fixed), `extract` (what comes next).
@NullMarked
package dev.ferry.handlers.prepare;

import org.jspecify.annotations.NullMarked;
