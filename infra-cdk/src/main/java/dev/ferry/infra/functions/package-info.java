/// The functions, with the least that each of them may do, what calls them from outside (queues, a schedule, the
/// endpoint of pushed events), and the stream that keeps these.
///
/// A function is published as a version whenever it changes, and old versions stay: state machines name versions,
/// so a run goes on with the code that it started with. The alias `live` is for what has no beginning: queues,
/// schedules and people.
@NullMarked
package dev.ferry.infra.functions;

import org.jspecify.annotations.NullMarked;
