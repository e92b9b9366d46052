/// The HTTP face of the workspace: the order of token, limit, headers, fault and endpoint, and the one error
/// envelope.
///
/// Neighbours: `limits` decides who passes, the packages of Intercom's objects answer, `calls` writes down.
/// Invariant: nothing passes without a token but the simulator's own calls below `/sim/` and signed downloads.
@NullMarked
package dev.ferry.local.intercom.http;

import org.jspecify.annotations.NullMarked;
