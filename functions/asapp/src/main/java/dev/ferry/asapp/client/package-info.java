/// ASAPP's public APIs as Java calls, over `java.net.http` alone: health, File Exporter, conversations, summaries,
/// configuration and content. Reads only.
///
/// [dev.ferry.asapp.client.AsappClient] is the door; `export` walks the File Exporter and downloads its files,
/// `conversation`, `summary`, `configuration` and `content` read one API family each, `internal` talks HTTP. The
/// cast is that of the Salesforce client.
///
/// Invariants: every attempt of every call takes a turn of its own from the shared budget
/// ([dev.ferry.core.budget.RequestBudget]); downloads are on another host and take none; a call that generates
/// content is refused unless the configuration names it; what ASAPP calls a thing is echoed as it came; messages of
/// exceptions carry codes and request ids, never what ASAPP wrote; the key is in no log, message or `toString`.
@NullMarked
package dev.ferry.asapp.client;

import org.jspecify.annotations.NullMarked;
