/// What reaches CloudWatch.
@NullMarked
package dev.ferry.handlers.metrics;

import org.jspecify.annotations.NullMarked;
