/// Reading what the File Exporter of AI Services gives out: from its files to fragments, links, tallies, and
/// attachments.
///
/// Files are read by the same code as those of batch exports, under feed names that start with `fx_`, since both
/// worlds have a feed `utterances`. Neighbours: `batch` reads a file, `fold` what is left in staging. Invariants:
/// there is no `_SUCCESS` here, so what is listed counts; a date that is read again replaces its own fragments.
@NullMarked
package dev.ferry.asapp.fileexporter;

import org.jspecify.annotations.NullMarked;
