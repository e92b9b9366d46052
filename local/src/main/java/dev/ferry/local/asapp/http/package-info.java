/// The HTTP face of the tenant: the order of key, limit, fault and resource, and the one error envelope.
///
/// Neighbours: `limits` decides who passes, the feature packages answer, `calls` writes down. Invariant: nothing
/// passes without a key but the simulator's own calls below `/sim/`.
@NullMarked
package dev.ferry.local.asapp.http;

import org.jspecify.annotations.NullMarked;
