/// The limits of sections 1.4 and 1.5 of the reference: windows of ten seconds, and the pace of replies.
///
/// Neighbours: `http` asks about every request, `conversations` about every reply; `workspace` holds the rules.
/// Invariant: windows begin at multiples of ten seconds of the workspace's time.
@NullMarked
package dev.ferry.local.intercom.limits;

import org.jspecify.annotations.NullMarked;
