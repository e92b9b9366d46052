package dev.ferry.core.load;

import dev.ferry.core.mapping.Mapped;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of one bucket: staged records by load bucket, and the lists.
final class StagingFiles implements AutoCloseable {
    private final WorkStore work;
    private final PhaseRun phase;
    private final Bucket bucket;
    private final Map<String, JsonLines.Writer> writers = new LinkedHashMap<>();

    StagingFiles(WorkStore work, PhaseRun phase, Bucket bucket) {
        this.work = work;
        this.phase = phase;
        this.bucket = bucket;
    }

    void staged(StagedRecord record) {
        String file = phase.stagedPrefix(phase.loadBucketOf(record.lockGroup())) + bucket.label() + ".jsonl";
        writer(file).write(StagedRecordCodec.encode(record));
    }

    void filtered(Mapped.Filtered filtered) {
        line("filtered", filtered.key(), Map.of("reason", filtered.reason()));
    }

    void quarantined(Mapped.Quarantined quarantined) {
        Map<String, String> rest = new LinkedHashMap<>();
        rest.put("field", quarantined.field());
        rest.put("reason", quarantined.reason());
        rest.put("hint", quarantined.hint());
        line("quarantined", quarantined.key(), rest);
    }

    void matched(CanonicalId key, String targetId, List<String> filled) {
        Map<String, String> rest = new LinkedHashMap<>();
        rest.put("id", targetId);
        rest.put("filled", String.join(" ", filled));
        line("matched", key, rest);
    }

    void adjusted(CanonicalId key, String field, String rule) {
        Map<String, String> rest = new LinkedHashMap<>();
        rest.put("field", field);
        rest.put("rule", rule);
        line("adjusted", key, rest);
    }

    private void line(String list, CanonicalId key, Map<String, String> rest) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("object", phase.object().value());
        line.put("key", key.value());
        line.putAll(rest);
        writer(phase.listFile(list, bucket.label())).write(line);
    }

    private JsonLines.Writer writer(String file) {
        return writers.computeIfAbsent(file, name -> JsonLines.write(work, name));
    }

    /// Makes all of them appear.
    void commit() {
        writers.values().forEach(JsonLines.Writer::commit);
    }

    @Override
    public void close() {
        writers.values().forEach(JsonLines.Writer::close);
    }
}
