/// Reading batch exports: from the folders of a store to fragments, links and tallies.
///
/// A partition counts once its `_SUCCESS` stands. Each file of it is one unit of work that can be repeated: it
/// gives the same fragments under the same keys. [dev.ferry.asapp.batch.ProfileFile] only looks at a file and
/// stages nothing. Neighbours: `crosswalk` does the same for the files of the client, `fold` reads what both leave
/// in staging. Invariant: of a row only the columns that name and place it are staged apart; the row itself is kept
/// byte for byte.
@NullMarked
package dev.ferry.asapp.batch;

import org.jspecify.annotations.NullMarked;
