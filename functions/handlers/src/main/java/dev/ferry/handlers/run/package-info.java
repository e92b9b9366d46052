/// A run as handlers see it: its configuration and the core's ports, on AWS or, in tests, in memory.
///
/// Neighbours: every handler opens the run first; `dynamodb` and `s3` are what the ports stand on.
@NullMarked
package dev.ferry.handlers.run;

import org.jspecify.annotations.NullMarked;
