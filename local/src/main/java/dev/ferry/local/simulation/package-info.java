/// What all simulated providers share: a time that can be set, chance with a seed, and knobs as flat JSON.
///
/// Neighbours: `asapp` and `intercom` build their knobs and clocks of it. Invariant: nothing here knows a provider.
@NullMarked
package dev.ferry.local.simulation;

import org.jspecify.annotations.NullMarked;
