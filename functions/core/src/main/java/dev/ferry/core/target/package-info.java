/// What a canonical record becomes in a target system, and what became of it there.
///
/// Produced by `mapping`, loaded by the target packages, counted by `reconcile`. Nothing here names a vendor.
@NullMarked
package dev.ferry.core.target;

import org.jspecify.annotations.NullMarked;
