/// Work that is done later: tickets of the queue, and the bulk jobs of the preview.
///
/// A job is pending, then running, then over, by the workspace's time; what it does happens at its end. Neighbours:
/// `contacts`, `companies` and `tickets` do the work; the simulator lets due jobs end before each call. Invariant: a
/// job that was accepted is done once, also over a restart.
@NullMarked
package dev.ferry.local.intercom.jobs;

import org.jspecify.annotations.NullMarked;
