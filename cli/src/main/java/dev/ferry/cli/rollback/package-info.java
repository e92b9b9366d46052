/// Rolling back a run from the command line: starts the machine `rollback`, follows it, and tells what came of it.
/// What a rollback does is decided by the functions, not here.
@NullMarked
package dev.ferry.cli.rollback;

import org.jspecify.annotations.NullMarked;
