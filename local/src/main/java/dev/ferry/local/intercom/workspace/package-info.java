/// The simulated workspace: its name, the apps that may call, its time, and every choice about it.
///
/// [dev.ferry.local.intercom.workspace.Knobs] is the one record of choices. Whatever the reference marks as assumed
/// is a component of one of its groups, with the default and the reason beside it, and so is every fault. They are
/// read anew for every request, so a change is in force at once.
///
/// Neighbours: everything else in `intercom`; `admin` changes the knobs of a running simulator.
@NullMarked
package dev.ferry.local.intercom.workspace;

import org.jspecify.annotations.NullMarked;
