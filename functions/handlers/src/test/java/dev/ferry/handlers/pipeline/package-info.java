/// Handlers called in the order of the state machines, on ports in memory.
@NullMarked
package dev.ferry.handlers.pipeline;

import org.jspecify.annotations.NullMarked;
