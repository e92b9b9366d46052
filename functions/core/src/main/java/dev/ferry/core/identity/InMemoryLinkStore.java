package dev.ferry.core.identity;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// A link store in memory: the double for tests and benchmarks. It keeps chunks encoded. *Threading*: safe.
public final class InMemoryLinkStore implements LinkStore {
    private final ConcurrentMap<String, byte[]> chunks = new ConcurrentHashMap<>();

    @Override
    public void putAll(Collection<LinkChunk> added) {
        added.forEach(chunk -> chunks.put(chunk.name(), LinkEncoding.encode(chunk)));
    }

    @Override
    public Stream<LinkChunk> all() {
        return chunks.values().stream().map(LinkEncoding::decode);
    }
}
