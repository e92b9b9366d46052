/// The commands, one class each: options in, calls to the cloud, lines on the console, an exit code out.
@NullMarked
package dev.ferry.cli.command;

import org.jspecify.annotations.NullMarked;
