/// What functions log.
@NullMarked
package dev.ferry.handlers.logging;

import org.jspecify.annotations.NullMarked;
