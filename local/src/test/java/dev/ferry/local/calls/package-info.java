/// What is noted of the calls of functions.
@NullMarked
package dev.ferry.local.calls;

import org.jspecify.annotations.NullMarked;
