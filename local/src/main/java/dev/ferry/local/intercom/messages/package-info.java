/// Outbound messages, which a migration must never send: they reach the customer.
///
/// Neighbours: `conversations` shares the shape of what comes of them; `notifications` records every one.
@NullMarked
package dev.ferry.local.intercom.messages;

import org.jspecify.annotations.NullMarked;
