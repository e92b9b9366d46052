/// What functions log: one JSON object a line, small enough that a start hardly notices.
///
/// [dev.ferry.handlers.logging.JsonLoggers] is what SLF4J finds in the artifact, and only there: on a laptop
/// functions share a process with engines that log through Log4j, and `local` makes the same
/// [dev.ferry.handlers.logging.LogLine] of what they log. Neighbours: `invocation` says whose lines they are.
@NullMarked
package dev.ferry.handlers.logging;

import org.jspecify.annotations.NullMarked;
