/// Tickets: their types, how they are made of conversations or by themselves, and their life.
///
/// Every ticket is a conversation too and shares its id, so what can be done to the one can be done to the other.
/// Neighbours: `conversations` holds the thread, `jobs` makes tickets later.
@NullMarked
package dev.ferry.local.intercom.tickets;

import org.jspecify.annotations.NullMarked;
