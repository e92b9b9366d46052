/// What is counted of an invocation.
@NullMarked
package dev.ferry.handlers.billing;

import org.jspecify.annotations.NullMarked;
