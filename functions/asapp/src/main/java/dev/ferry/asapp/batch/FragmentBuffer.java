package dev.ferry.asapp.batch;

import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.staging.RowsWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Groups the rows of one file by entity, a window at a time, and puts them into the store as fragments.
///
/// Windows are cut by the bytes read since the start of the file, and chunks by the bytes of an entity in a
/// window, so a repeat cuts alike and writes the same fragments, each once. *Threading*: one thread.
public final class FragmentBuffer {
    private static final int CHUNKS_PER_WINDOW = 1000;
    private static final int FRAGMENTS_PER_PUT = 500;
    private static final int POINTER_BYTES = 96;

    private final StagingPorts ports;
    private final EntityKind kind;
    private final Place place;
    private final FragmentMark mark;
    private final int windowBytes;
    private final Map<String, EntityRows> window = new HashMap<>();
    private long bytes;
    private int windows;
    private long written;

    /// @param mark of the unit of work whose rows these are
    public FragmentBuffer(StagingPorts ports, EntityKind kind, Place place, FragmentMark mark, int windowBytes) {
        this.ports = ports;
        this.kind = kind;
        this.place = place;
        this.mark = mark;
        this.windowBytes = windowBytes;
    }

    /// Adds one row, which may go to several entities.
    ///
    /// @param row one told by its cells need not last; the bytes of an inline one are not changed afterwards
    public void add(Collection<String> entities, int split, long line, FragmentRow.Payload row) {
        FragmentRow.Payload added = row.length() > Fragment.MAX_BYTES - POINTER_BYTES ? pointer(row) : row;
        for (String entity : entities) {
            window.computeIfAbsent(entity, EntityRows::new).add(new FragmentRow(split, line, added));
        }
        bytes += row.length();
        if (bytes >= windowBytes) {
            flush();
        }
    }

    /// Puts what is left, and says how many fragments the file gave.
    public long finish() {
        flush();
        return written;
    }

    private FragmentRow.Payload pointer(FragmentRow.Payload row) {
        return new FragmentRow.Payload.Pointer(ports.bodies().put(row.bytes(ports.bodies())), row.length());
    }

    private void flush() {
        List<Fragment> batch = new ArrayList<>();
        List<EntityRows> entities = new ArrayList<>(window.values());
        entities.sort(Comparator.comparing(rows -> rows.entity));
        for (EntityRows rows : entities) {
            batch.addAll(rows.finish());
            if (batch.size() >= FRAGMENTS_PER_PUT) {
                put(batch);
            }
        }
        put(batch);
        window.clear();
        bytes = 0;
        windows++;
    }

    private void put(List<Fragment> batch) {
        if (!batch.isEmpty()) {
            ports.fragments().putAll(List.copyOf(batch));
            written += batch.size();
            batch.clear();
        }
    }

    /// The rows of an entity in this window, encoded as they come.
    private final class EntityRows {
        private final String entity;
        private final List<Fragment> chunks = new ArrayList<>(1);
        private RowsWriter chunk = new RowsWriter();
        private int size;

        EntityRows(String entity) {
            this.entity = entity;
        }

        void add(FragmentRow row) {
            if (size > 0 && size + row.size() > Fragment.MAX_BYTES) {
                close();
                chunk = new RowsWriter();
                size = 0;
            }
            chunk.write(row);
            size += row.size();
        }

        List<Fragment> finish() {
            close();
            return chunks;
        }

        private void close() {
            FragmentKey key = place.key(kind, entity, windows * CHUNKS_PER_WINDOW + chunks.size());
            chunks.add(new Fragment(key, chunk.encoded(), mark));
        }
    }

    /// Where the rows come from, as it stands in fragment keys.
    public record Place(String feed, String partition, String file) {
        FragmentKey key(EntityKind kind, String entity, int chunk) {
            return new FragmentKey(kind, entity, feed, partition, file, chunk);
        }
    }
}
