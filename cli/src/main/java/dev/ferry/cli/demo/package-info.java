/// What the demo puts together before it starts a run: the export, the run's configuration, and the answer of the
/// owner
/// gate. The run itself is the same as anywhere.
@NullMarked
package dev.ferry.cli.demo;

import org.jspecify.annotations.NullMarked;
