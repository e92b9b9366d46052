/// What is put together for an export before a run of it starts in the embedded cloud: its channels, the run's
/// configuration, and the answer of the owner gate. `up` and `scope` use it too; the run itself is the same as
/// anywhere.
@NullMarked
package dev.ferry.cli.demo;

import org.jspecify.annotations.NullMarked;
