/// What a run will cost.
@NullMarked
package dev.ferry.core.cost;

import org.jspecify.annotations.NullMarked;
