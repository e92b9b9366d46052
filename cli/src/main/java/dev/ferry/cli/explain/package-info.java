/// What is known of one conversation: the rows it was assembled from, the ids it goes by, the values that won and
/// lost, and what stands in the target.
///
/// Shows ids, feeds, files, lines and names of columns; contents only when they are asked for.
@NullMarked
package dev.ferry.cli.explain;

import org.jspecify.annotations.NullMarked;
