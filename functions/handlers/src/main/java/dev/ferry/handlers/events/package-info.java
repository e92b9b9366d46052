/// Receiving what ASAPP pushes: an event is kept before it is answered, and nothing else is done with it here.
///
/// Neighbours: the HTTP API in front, which checks the sender's certificate; Firehose behind, which gathers events
/// into objects `events/{yyyy-MM-dd}/…` of the work bucket, JSON Lines with one event a line, as extraction reads
/// them. Invariant: what was answered 200 is in Firehose or in the bucket. An event can be there more than once, as
/// ASAPP itself may send it: its `event_id` makes one of them when it is staged.
@NullMarked
package dev.ferry.handlers.events;

import org.jspecify.annotations.NullMarked;
