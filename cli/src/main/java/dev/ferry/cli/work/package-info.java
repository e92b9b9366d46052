/// The work directory of a local migration: where the embedded cloud keeps its data, and what a run leaves for
/// people.
///
/// One process at a time owns the directory, by a lock that the operating system releases however the process ends.
@NullMarked
package dev.ferry.cli.work;

import org.jspecify.annotations.NullMarked;
