/// What would have left for a customer, had the workspace been a real one.
///
/// Neighbours: every resource that can cause one records it here; `admin` shows them. Invariant: an answer that
/// follows such a cause leaves only when the record is in the journal, in the same edit as what caused it.
@NullMarked
package dev.ferry.local.intercom.notifications;

import org.jspecify.annotations.NullMarked;
