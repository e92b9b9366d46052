/// The simulator's own calls below `/sim/v1/`: knobs, clock, keys, and the record of requests.
///
/// They need no key, use no limit and are not recorded. Neighbours: `tenant`, `limits` and `calls` hold what is
/// shown and changed here.
@NullMarked
package dev.ferry.local.asapp.admin;

import org.jspecify.annotations.NullMarked;
