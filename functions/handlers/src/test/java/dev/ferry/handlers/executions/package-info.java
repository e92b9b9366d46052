/// Tests of what is said of executions that have stopped, over executions in memory.
@NullMarked
package dev.ferry.handlers.executions;

import org.jspecify.annotations.NullMarked;
