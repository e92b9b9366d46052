/// Tests of plans.
@NullMarked
package dev.ferry.core.plan;

import org.jspecify.annotations.NullMarked;
