package dev.ferry.core.load;

import dev.ferry.core.target.FieldValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Chooses which of the waiting records make the next chunk.
///
/// All of a chunk have been sent equally often and are written in the same way. It is cut between lock groups; only
/// a group that exceeds a whole chunk is split, which is harmless since the chunks of a load bucket follow one
/// another.
final class ChunkCutter {
    private static final int ROW_OVERHEAD_BYTES = 40;

    private final ChunkLimits limits;

    ChunkCutter(ChunkLimits limits) {
        this.limits = limits;
    }

    /// A record that waits to be sent, for the first time when `attempt` is 0.
    record Waiting(StagedRecord record, int attempt) {
        Chunk.Write write() {
            return record.write();
        }
    }

    /// What goes into the next chunk, out of at least one waiting record.
    List<Waiting> cut(List<Waiting> waiting) {
        List<Waiting> sorted = waiting.stream()
                .sorted(Comparator.comparingInt(Waiting::attempt)
                        .thenComparing(Waiting::write)
                        .thenComparing(item -> item.record().lockGroup())
                        .thenComparing(item -> item.record().key()))
                .toList();
        Waiting first = sorted.getFirst();
        int maxRows = limits.rowsAt(first.attempt());
        List<Waiting> chunk = new ArrayList<>();
        int wholeGroups = 0;
        long bytes = 0;
        for (Waiting item : sorted) {
            bytes += size(item.record());
            boolean alike = item.attempt() == first.attempt() && item.write() == first.write();
            boolean full = chunk.size() == maxRows || (bytes > limits.maxBytes() && !chunk.isEmpty());
            if (!chunk.isEmpty() && startsGroup(chunk.getLast(), item)) {
                wholeGroups = chunk.size();
            }
            if (!alike) {
                return chunk;
            }
            if (full) {
                return wholeGroups == 0 ? chunk : chunk.subList(0, wholeGroups);
            }
            chunk.add(item);
        }
        return chunk;
    }

    private static boolean startsGroup(Waiting last, Waiting item) {
        return !last.record().lockGroup().equals(item.record().lockGroup());
    }

    static long size(StagedRecord record) {
        long bytes = ROW_OVERHEAD_BYTES;
        for (FieldValue value : record.fields().values()) {
            bytes += value instanceof FieldValue.Text text ? 3L * text.value().length() + 3 : ROW_OVERHEAD_BYTES;
        }
        return bytes;
    }
}
