/// Counting that survives retries: each unit of work puts its tally under its own name, and reconciliation sums
/// tallies.
@NullMarked
package dev.ferry.core.tally;

import org.jspecify.annotations.NullMarked;
