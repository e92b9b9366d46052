/// The configuration API of section 2.5 of the reference: structured data fields, segments, redaction entities and
/// custom vocabularies.
///
/// Neighbours: the export's `config/` directory is what there is at the start. Invariant: what a client changed is
/// there again after a restart.
@NullMarked
package dev.ferry.local.asapp.configuration;

import org.jspecify.annotations.NullMarked;
