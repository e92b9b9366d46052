/// The real-time events of section 5 of the reference: pushed one by one to endpoints that the customer runs.
///
/// Order, retry spacing and headers are not documented, and nothing is ever replayed: what fails as often as is
/// configured is dropped, what nobody listens to is gone. Client certificates are not asked for here.
///
/// Neighbours: the export's `events/` files are in the order of delivery; the knobs of `tenant` name the targets.
/// Invariant: an event's bytes leave as they are in the file.
@NullMarked
package dev.ferry.local.asapp.events;

import org.jspecify.annotations.NullMarked;
