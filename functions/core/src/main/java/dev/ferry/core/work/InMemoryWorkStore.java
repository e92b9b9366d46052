package dev.ferry.core.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The work store of tests and of the in-memory pipeline.
public final class InMemoryWorkStore implements WorkStore {
    private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();

    @Override
    public WorkFile create(String name) {
        return new InMemoryFile(name);
    }

    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new);
    }

    @Override
    public boolean exists(String name) {
        return files.containsKey(name);
    }

    @Override
    public List<String> list(String prefix) {
        return files.tailMap(prefix).keySet().stream()
                .takeWhile(name -> name.startsWith(prefix))
                .toList();
    }

    /// *Threading*: for one thread.
    private final class InMemoryFile extends WorkFile {
        private final String name;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean closed;

        InMemoryFile(String name) {
            this.name = name;
        }

        @Override
        public void write(int b) {
            content.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            content.write(bytes, offset, length);
        }

        @Override
        public void commit() {
            if (closed) {
                throw new IllegalStateException(name + " was closed before it was committed");
            }
            files.put(name, content.toByteArray());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
