/// What an org allows and what goes wrong in it: credentials, the loading user's permissions, the data model
/// rules as switches, and the fault knobs.
///
/// Everything that the reference marks as assumed is a setting here, so that a client can be tried against either
/// answer. Faults can be changed while the simulator runs; the rest is fixed at start.
///
/// Neighbours: `dml`, `bulk` and `rest` ask this package before they act; it knows none of them.
@NullMarked
package dev.ferry.local.salesforce.org;

import org.jspecify.annotations.NullMarked;
