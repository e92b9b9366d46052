/// The simulated tenant: its key pairs and every choice about it.
///
/// [dev.ferry.local.asapp.tenant.Knobs] is the one record of choices. Whatever the reference marks as assumed is a
/// component of one of its groups, with the default and the reason beside it, and so is every fault. The packages
/// around read the knobs anew for every request, so a change is in force at once.
///
/// Neighbours: everything else in `asapp`; `admin` changes the knobs of a running simulator.
@NullMarked
package dev.ferry.local.asapp.tenant;

import org.jspecify.annotations.NullMarked;
