/// The journal of the simulated tenant: revoked keys, the clock, and what clients wrote.
///
/// Neighbours: the packages that keep state record facts here and take them up at the next start. Requests are kept
/// apart, in `calls`, since there are many.
@NullMarked
package dev.ferry.local.asapp.facts;

import org.jspecify.annotations.NullMarked;
