/// The canonical model of a contact centre: what the rest of Ferry knows of ASAPP, whatever channel it came by.
///
/// Produced by assembly in `dev.ferry.asapp`, consumed by `mapping` as JSON. Neighbours: `staging` (what these are
/// folded from), `target` (what they become). Invariants: times are UTC instants, ids are strings, collections are
/// never null and are in a deterministic order, so equal content has equal JSON.
@NullMarked
package dev.ferry.core.source;

import org.jspecify.annotations.NullMarked;
