/// Tests of undoing over a target in memory.
@NullMarked
package dev.ferry.core.rollback;

import org.jspecify.annotations.NullMarked;
