/// A quicker start of the command line: what the launcher's `train` needs besides the JVM.
@NullMarked
package dev.ferry.cli.start;

import org.jspecify.annotations.NullMarked;
