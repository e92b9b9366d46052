/// The embedded cloud, the simulated tenant and the simulated targets as commands use them: the adapter of
/// `cloud.LocalCloud` on `dev.ferry.local`.
///
/// Invariant: nothing else of the command line knows `dev.ferry.local`.
@NullMarked
package dev.ferry.cli.embedded;

import org.jspecify.annotations.NullMarked;
