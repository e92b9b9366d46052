/// The scope of a migration: what a source holds and what it would take to move it. It reads the source and writes
/// nothing but its own results.
///
/// `profile-files` looks at files, many side by side; `write-scope` adds up what they found. Neighbours: `extract`
/// lists the files, `pages` samples the File Exporter.
@NullMarked
package dev.ferry.handlers.scope;

import org.jspecify.annotations.NullMarked;
