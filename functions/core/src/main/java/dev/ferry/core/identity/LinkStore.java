package dev.ferry.core.identity;

import java.util.Collection;
import java.util.stream.Stream;

/// The grow-only set of links. Putting a chunk again under its name changes nothing.
public interface LinkStore {
    /// Stores chunks; when it returns, all are durable.
    void putAll(Collection<LinkChunk> chunks);

    /// All chunks in any order, without holding them in memory. To be closed.
    Stream<LinkChunk> all();
}
