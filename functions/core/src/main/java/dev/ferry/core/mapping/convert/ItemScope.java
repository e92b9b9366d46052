package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.OwnerDecisions;
import java.util.Map;

/// What the paths of one item can see.
///
/// @param item the item, or the record itself in a phase without `forEach`
/// @param batch the batch marker
public record ItemScope(Map<?, ?> item, Map<?, ?> record, String batch, OwnerDecisions owners) {}
