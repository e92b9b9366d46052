/// The state machines that exist: definitions, versions and aliases.
///
/// Neighbours: `api` creates and changes them, `interpreter` asks which program an ARN means. Invariant: the
/// registry is the replay of its journal, and a definition in it has been read without complaint.
@NullMarked
package dev.ferry.local.stepfunctions.machines;

import org.jspecify.annotations.NullMarked;
