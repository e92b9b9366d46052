/// A mapping file as it was written: YAML with line numbers, its shape checked by the JSON Schema that editors use.
///
/// Knows nothing of source or target. Neighbour: `compile`, which gives the document its meaning.
@NullMarked
package dev.ferry.core.mapping.document;

import org.jspecify.annotations.NullMarked;
