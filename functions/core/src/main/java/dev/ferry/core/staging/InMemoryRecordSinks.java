package dev.ferry.core.staging;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Record sinks in memory: the double for tests. *Threading*: safe between sinks, one thread per sink.
public final class InMemoryRecordSinks implements RecordSinks {
    private final ConcurrentMap<Unit, byte[]> committed = new ConcurrentHashMap<>();

    @Override
    public RecordSink open(EntityKind kind, Bucket bucket) {
        return new Buffer(new Unit(kind, bucket));
    }

    /// The committed JSON lines of one unit, empty when it has none.
    public byte[] bytes(EntityKind kind, Bucket bucket) {
        return committed.getOrDefault(new Unit(kind, bucket), new byte[0]).clone();
    }

    private record Unit(EntityKind kind, Bucket bucket) {}

    private final class Buffer implements RecordSink {
        private final Unit unit;
        private final List<byte[]> lines = new ArrayList<>();
        private final Set<CanonicalId> seen = new HashSet<>();
        private int length;

        Buffer(Unit unit) {
            this.unit = unit;
        }

        @Override
        public void write(CanonicalId id, byte[] json) {
            if (!seen.add(id)) {
                throw new FerryException(ErrorCode.INTERNAL, "record " + id + " was written twice by one unit");
            }
            lines.add(json);
            length += json.length + 1;
        }

        @Override
        public void commit() {
            ByteBuffer all = ByteBuffer.allocate(length);
            lines.forEach(line -> all.put(line).put((byte) '\n'));
            committed.put(unit, all.array());
        }

        @Override
        public void close() {
            lines.clear();
        }
    }
}
