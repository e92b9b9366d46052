/// What simulators keep: append-only files of JSON lines that survive death at any moment.
///
/// Neighbours: `salesforce.store` and `asapp` write one each. Invariant: what is in the file up to its last line
/// feed has happened, and nothing else has.
@NullMarked
package dev.ferry.local.journal;

import org.jspecify.annotations.NullMarked;
