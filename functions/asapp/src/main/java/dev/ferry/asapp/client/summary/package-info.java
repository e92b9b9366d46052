/// AutoSummary's calls. They generate new content each time, so a migration reads the feeds and calls these only
/// when its configuration names them ([dev.ferry.asapp.client.GeneratingCall]).
@NullMarked
package dev.ferry.asapp.client.summary;

import org.jspecify.annotations.NullMarked;
