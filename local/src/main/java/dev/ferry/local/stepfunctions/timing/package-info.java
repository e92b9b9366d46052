/// Time and waiting for the interpreter: real time on virtual threads in service, virtual time in tests.
///
/// Neighbours: everything in `interpreter` that waits does so through
/// [dev.ferry.local.stepfunctions.timing.Timekeeper], and nothing there reads a clock of its own.
/// Invariant: under virtual time the clock moves only when every started thread is waiting.
@NullMarked
package dev.ferry.local.stepfunctions.timing;

import org.jspecify.annotations.NullMarked;
