/// The simulator's own calls below `/sim/v1/`: knobs, clock, faults, the records of calls and notifications, dumps.
///
/// They need no token, use no limit and are not recorded. Neighbours: `workspace`, `http`, `calls` and
/// `notifications`
/// hold what is shown and changed here.
@NullMarked
package dev.ferry.local.intercom.admin;

import org.jspecify.annotations.NullMarked;
