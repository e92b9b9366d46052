/// A simulated Intercom workspace that the product and other people's clients work against.
///
/// [dev.ferry.local.intercom.IntercomSimulator] is started with
/// [dev.ferry.local.intercom.IntercomSimulatorSettings] and serves on a loopback port. What Intercom documents it
/// does; what the reference assumes is a knob, set to the stricter side.
///
/// Neighbours: `endpoint`, `journal` and `simulation` carry it; the embedded cloud starts it. Invariant: whatever a
/// client was told is in the journal, so a workspace comes up as it was left, killed at any moment.
@NullMarked
package dev.ferry.local.intercom;

import org.jspecify.annotations.NullMarked;
