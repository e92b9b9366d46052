/// Both sides of a mapping: the paths of the canonical model, and a target as it describes itself.
///
/// Invariants: vendor-neutral, immutable, comparable by value. A target's own package converts what its API says of
/// its objects into these records.
@NullMarked
package dev.ferry.core.mapping.schema;

import org.jspecify.annotations.NullMarked;
