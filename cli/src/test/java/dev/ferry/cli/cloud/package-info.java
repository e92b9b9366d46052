/// Tests of what the command line reads of a cloud.
@NullMarked
package dev.ferry.cli.cloud;

import org.jspecify.annotations.NullMarked;
