/// The batch feeds of section 4 of the reference, as a bucket that fills while the tenant's time goes on.
///
/// Neighbours: `tree` is the export, `renditions` what the row rules make of it; `cloud` shows the directory as a
/// read-only bucket of the embedded S3. Invariants: `_SUCCESS` never comes before its data; what is there does not
/// change, unless the time is set back or the rules change.
@NullMarked
package dev.ferry.local.asapp.batch;

import org.jspecify.annotations.NullMarked;
