/// What must survive every deployment: the key, the buckets and the tables.
///
/// Invariant: nothing here is deleted or replaced by a deployment unless an operator says so by context.
@NullMarked
package dev.ferry.infra.data;

import org.jspecify.annotations.NullMarked;
