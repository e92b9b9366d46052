/// From a mapping document to plans: every path, table, constant and reference is resolved or reported, once.
///
/// Collects all problems of a file rather than the first. Neighbours: `document` before it, `convert` after it.
@NullMarked
package dev.ferry.core.mapping.compile;

import org.jspecify.annotations.NullMarked;
