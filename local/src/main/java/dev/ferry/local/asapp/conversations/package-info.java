/// The Conversations API of section 2.3 of the reference.
///
/// Neighbours: `summaries` answers about the same conversations. Invariant: what is later than the tenant's time is
/// not there yet.
@NullMarked
package dev.ferry.local.asapp.conversations;

import org.jspecify.annotations.NullMarked;
