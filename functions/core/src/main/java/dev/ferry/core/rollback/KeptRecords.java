package dev.ferry.core.rollback;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.Undone;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The records of one object and bucket that this rollback has looked at and not undone.
///
/// *Threading*: for one thread.
final class KeptRecords {
    private final WorkStore work;
    private final String file;
    private final Map<CanonicalId, KeptRecord> records = new TreeMap<>();

    private KeptRecords(WorkStore work, String file) {
        this.work = work;
        this.file = file;
    }

    static KeptRecords read(WorkStore work, RollbackRun run, ObjectName object, Bucket bucket) {
        KeptRecords kept = new KeptRecords(work, run.kept(object, bucket));
        try (Stream<Map<String, Object>> lines = JsonLines.read(work, kept.file)) {
            lines.map(KeptRecord::decode).forEach(record -> kept.records.put(new CanonicalId(record.key()), record));
        }
        return kept;
    }

    boolean has(CanonicalId key) {
        return records.containsKey(key);
    }

    long size() {
        return records.size();
    }

    void add(ObjectName object, LedgerEntry entry, UndoOutcome.Left left) {
        add(object, entry, new KeptRecord("left", "", "", "", "", left.code(), left.reason(), ""));
    }

    void add(ObjectName object, LedgerEntry entry, UndoOutcome.Spared spared) {
        String hint = spared.code().equals("changed_since")
                ? "Look at the record; roll back again with --force-changed to undo it all the same."
                : "Look at what uses the record; roll back again when that is gone.";
        add(object, entry, new KeptRecord("spared", "", "", "", "", spared.code(), spared.reason(), hint));
    }

    void add(ObjectName object, LedgerEntry entry, UndoOutcome.Failed failed) {
        add(object, entry, new KeptRecord("failed", "", "", "", "", failed.code(), failed.reason(), failed.hint()));
    }

    private void add(ObjectName object, LedgerEntry entry, KeptRecord why) {
        records.put(
                entry.key(),
                new KeptRecord(
                        why.outcome(),
                        object.value(),
                        entry.phase(),
                        entry.key().value(),
                        entry.standing().orElse(""),
                        why.code(),
                        why.reason(),
                        why.hint()));
    }

    /// Names a record again that an earlier rollback could not undo.
    void stillLeft(ObjectName object, Undone note) {
        records.put(
                note.key(),
                new KeptRecord(
                        "left",
                        object.value(),
                        note.phase(),
                        note.key().value(),
                        note.targetId(),
                        "left_before",
                        "an earlier rollback found that the target cannot undo it",
                        ""));
    }

    void write() {
        if (records.isEmpty()) {
            return;
        }
        try (JsonLines.Writer lines = JsonLines.write(work, file)) {
            records.values().forEach(record -> lines.write(record.encode()));
            lines.commit();
        }
    }
}
