/// Mapping tests as data: an example in, an example out, compared value by value.
///
/// Neighbour: `dev.ferry.core.mapping`, whose `MappingTests` is the way in.
@NullMarked
package dev.ferry.core.mapping.trial;

import org.jspecify.annotations.NullMarked;
