/// The File Exporter: feeds, versions, formats, dates, intervals, files, and the files themselves.
///
/// Every coordinate is an opaque text that goes back to ASAPP exactly as ASAPP gave it: documentation and
/// specification spell them differently (`version=1` and `1`), so only a date is ever looked into. Each coordinate
/// holds its parent, so that none can be asked for without the others.
@NullMarked
package dev.ferry.asapp.client.export;

import org.jspecify.annotations.NullMarked;
