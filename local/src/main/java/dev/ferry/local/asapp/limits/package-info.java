/// The limits of section 1.4 of the reference: spike arrest, daily limit, revocation.
///
/// [dev.ferry.local.asapp.limits.Gate] decides; [dev.ferry.local.asapp.calls.Verdict] is what it decided.
///
/// Neighbours: `http` asks it about every request, `tenant` holds the rules. Invariant: what was counted in a day
/// is known again after a restart, since the call log is read back.
@NullMarked
package dev.ferry.local.asapp.limits;

import org.jspecify.annotations.NullMarked;
