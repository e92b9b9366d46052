/// Looking at a source: starts the machine `scope`, waits for it, and brings what it found.
///
/// Neighbours: `command` calls it; everything it knows of a cloud is a port of `cloud`.
@NullMarked
package dev.ferry.cli.scope;

import org.jspecify.annotations.NullMarked;
