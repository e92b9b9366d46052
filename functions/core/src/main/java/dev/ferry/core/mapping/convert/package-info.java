/// The part of a mapping that runs for every record: paths, tables and conversions as plain lookups.
///
/// Invariants: immutable and safe for use by many threads, never throws for any JSON value, never reads a clock.
@NullMarked
package dev.ferry.core.mapping.convert;

import org.jspecify.annotations.NullMarked;
