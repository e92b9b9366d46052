/// What a run is told and what it is bound to: its configuration, read with all mistakes named at once, and the
/// number of buckets that its migration is spread over.
///
/// Neighbours: `work` (where the configuration lies); every step of a run reads it first. Invariants: a
/// configuration that was read is valid; it holds names of secrets and never a secret.
@NullMarked
package dev.ferry.core.run;

import org.jspecify.annotations.NullMarked;
