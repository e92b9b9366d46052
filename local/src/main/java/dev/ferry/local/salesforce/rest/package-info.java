/// The HTTP face of the org: OAuth, REST, Collections, Composite, Bulk and the simulator's own admin resources.
///
/// Resources are plain functions from a call to a response, so a composite request can run its parts through
/// the same door. What goes wrong leaves as the API's error envelope; what goes wrong on purpose (faults) is
/// added around them.
///
/// Neighbours: `dml`, `soql` and `bulk` do the work.
@NullMarked
package dev.ferry.local.salesforce.rest;

import org.jspecify.annotations.NullMarked;
