/// What simulators keep: append-only files of JSON lines that survive death at any moment.
///
/// [dev.ferry.local.journal.Facts] keeps what is to survive a restart, [dev.ferry.local.journal.RecordLog] what was
/// asked.
///
/// Neighbours: `salesforce.store`, `asapp` and `intercom` write one each. Invariant: what is in the file up to its
/// last line feed has happened, and nothing else has.
@NullMarked
package dev.ferry.local.journal;

import org.jspecify.annotations.NullMarked;
