package dev.ferry.core.rollback;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.load.Undone;
import dev.ferry.core.load.Written;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Moves the time of a record's last write to that of the objects which are written on it later.
record LaterWrites(UndoLedger ledger, Undoer undoer) {

    List<UndoItem> of(UndoBucket.Share share, List<UndoItem> items) {
        List<ObjectName> later = undoer.writtenAfter(share.object());
        if (later.isEmpty()) {
            return items;
        }
        Instant lastWrite = Instant.parse(share.plan().lastWrite());
        Map<CanonicalId, Instant> times = new HashMap<>();
        for (ObjectName object : later) {
            ledger.written(object, items.stream().map(UndoItem::key).toList())
                    .forEach((key, written) ->
                            times.merge(key, at(written, lastWrite), (one, other) -> one.isAfter(other) ? one : other));
        }
        return items.stream()
                .map(item -> at(item, times.getOrDefault(item.key(), lastWrite)))
                .toList();
    }

    private static Instant at(Written written, Instant lastWrite) {
        return switch (written) {
            case Undone note -> note.at();
            case Written.Standing(LedgerEntry.Loaded loaded) -> loaded.at();
            case Written.Standing _ -> lastWrite;
        };
    }

    private static UndoItem at(UndoItem item, Instant at) {
        return switch (item) {
            case UndoItem.Remove remove ->
                new UndoItem.Remove(
                        remove.key(), remove.targetId(), at, remove.loaded().orElse(null));
            case UndoItem.Restore _ -> item;
            case UndoItem.Lost _ -> item;
        };
    }
}
