/// The part of a mapping that runs for every record: paths, tables and conversions as plain lookups.
///
/// Invariants: a compiled mapping is safe for use by many threads and gives the same for the same record, whatever it
/// remembers of others; it never throws for any JSON value and never reads a clock.
@NullMarked
package dev.ferry.core.mapping.convert;

import org.jspecify.annotations.NullMarked;
