/// The record of every call: when it came, in which window, for what, and how it was answered.
///
/// Neighbours: `http` writes it and takes it up at the start, `admin` shows it. Invariant: no answer leaves before
/// its line is in the file, and no line names a parameter or a body.
@NullMarked
package dev.ferry.local.intercom.calls;

import org.jspecify.annotations.NullMarked;
