/// Staging is a grow-only set of fragments, spread over buckets.
///
/// A fragment holds the rows of one entity from one file, kept as they came, with the key that orders them. Its key
/// is derived from what it is, so writing it twice changes nothing. Neighbours: channels produce fragments,
/// assembly folds them.
@NullMarked
package dev.ferry.core.staging;

import org.jspecify.annotations.NullMarked;
