/// The File Exporter of section 2.2 of the reference: seven calls that end in a presigned URL on another host.
///
/// Neighbours: `tree` is what there is, the knobs of `tenant` decide what of it can be seen at this moment of the
/// tenant's time. Invariants: a URL opens one object for one method until its end; coordinates are understood in
/// both spellings and echoed as they came.
@NullMarked
package dev.ferry.local.asapp.fileexporter;

import org.jspecify.annotations.NullMarked;
