/// The record of every request: when it arrived, with which key, for what, and how it was answered.
///
/// Neighbours: `http` and `fileexporter` write it, `limits` reads it at the start to know what of the day was used,
/// `admin` shows it. Invariant: no answer leaves before its line is in the file, and no line names a parameter or a
/// body.
@NullMarked
package dev.ferry.local.asapp.calls;

import org.jspecify.annotations.NullMarked;
