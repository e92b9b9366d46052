/// The content of section 2.6 of the reference: canned responses and knowledge base articles.
///
/// Neighbours: the export's `config/` directory is all there is; nothing is written here.
@NullMarked
package dev.ferry.local.asapp.content;

import org.jspecify.annotations.NullMarked;
