/// The core's stores on S3: work files, assembled records, large bodies, attachments and links in Ferry's own
/// bucket, and the export in the customer's.
///
/// Invariants: an object appears whole or not at all; a name derives from what the object is, so a repeat replaces
/// it; never more than one part of 8 MiB of an object is in memory. Neighbours: `dynamodb` (small items), `aws`
/// (clients).
@NullMarked
package dev.ferry.handlers.s3;

import org.jspecify.annotations.NullMarked;
