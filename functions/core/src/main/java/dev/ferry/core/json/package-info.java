/// JSON of which only a part is read: who reads says what as a [Selection][dev.ferry.core.json.Selection], and a
/// [SelectiveReader][dev.ferry.core.json.SelectiveReader] steps over the rest.
///
/// Invariant: nothing that was stepped over can be taken for something that is not there; whoever asks for it gets an
/// exception. Neighbours: `mapping` makes the selections, `work` reads files by them.
@NullMarked
package dev.ferry.core.json;

import org.jspecify.annotations.NullMarked;
