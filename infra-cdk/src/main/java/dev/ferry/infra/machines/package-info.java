/// The state machines, from the files that the laptop runs too, with nothing but their placeholders filled in.
///
/// What a machine may do is read off its file: each kind of task names what it needs. A machine names versions of
/// functions and of other machines, and old versions stay, so an update in the middle of a run changes nothing of
/// the run.
@NullMarked
package dev.ferry.infra.machines;

import org.jspecify.annotations.NullMarked;
