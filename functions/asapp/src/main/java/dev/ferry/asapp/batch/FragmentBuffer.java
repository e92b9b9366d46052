package dev.ferry.asapp.batch;

import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.staging.FragmentRow;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Map<String, List<FragmentRow>> window = new HashMap<>();
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
    public void add(Collection<String> entities, int split, long line, FragmentRow.Payload row) {
        FragmentRow came = new FragmentRow(split, line, row);
        FragmentRow added = row.length() > Fragment.MAX_BYTES - POINTER_BYTES ? pointer(came) : came;
        for (String entity : entities) {
            window.computeIfAbsent(entity, _ -> new ArrayList<>()).add(added);
        }
        bytes += row.length();
        if (bytes >= windowBytes) {
            flush();
        }
    }

    private FragmentRow pointer(FragmentRow row) {
        BodyHash hash = ports.bodies().put(row.bytes(ports.bodies()));
        return new FragmentRow(
                row.split(),
                row.line(),
                new FragmentRow.Payload.Pointer(hash, row.payload().length()));
    }

    /// Puts what is left, and says how many fragments the file gave.
    public long finish() {
        flush();
        return written;
    }

    private void flush() {
        List<Fragment> batch = new ArrayList<>();
        List<Map.Entry<String, List<FragmentRow>>> entities = new ArrayList<>(window.entrySet());
        entities.sort(Map.Entry.comparingByKey());
        for (Map.Entry<String, List<FragmentRow>> entity : entities) {
            addChunks(entity.getKey(), entity.getValue(), batch);
            if (batch.size() >= FRAGMENTS_PER_PUT) {
                put(batch);
            }
        }
        put(batch);
        window.clear();
        bytes = 0;
        windows++;
    }

    private void addChunks(String entity, List<FragmentRow> rows, List<Fragment> batch) {
        int chunk = windows * CHUNKS_PER_WINDOW;
        List<FragmentRow> piece = new ArrayList<>();
        int size = 0;
        for (FragmentRow row : rows) {
            if (size + row.size() > Fragment.MAX_BYTES && !piece.isEmpty()) {
                batch.add(new Fragment(place.key(kind, entity, chunk++), piece, mark));
                piece.clear();
                size = 0;
            }
            piece.add(row);
            size += row.size();
        }
        batch.add(new Fragment(place.key(kind, entity, chunk), piece, mark));
    }

    private void put(List<Fragment> batch) {
        if (!batch.isEmpty()) {
            ports.fragments().putAll(List.copyOf(batch));
            written += batch.size();
            batch.clear();
        }
    }

    /// Where the rows come from, as it stands in fragment keys.
    public record Place(String feed, String partition, String file) {
        FragmentKey key(EntityKind kind, String entity, int chunk) {
            return new FragmentKey(kind, entity, feed, partition, file, chunk);
        }
    }
}
