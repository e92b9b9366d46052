/// Attachments: how they come in, where their bytes are, and the signed addresses they are read from.
///
/// Neighbours: `conversations` and `tickets` keep what is known of an attachment in their documents. Invariant: the
/// bytes are on disk before a document names them.
@NullMarked
package dev.ferry.local.intercom.files;

import org.jspecify.annotations.NullMarked;
