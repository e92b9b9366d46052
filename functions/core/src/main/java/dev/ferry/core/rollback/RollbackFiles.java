package dev.ferry.core.rollback;

import dev.ferry.core.load.BeforeImage;
import dev.ferry.core.load.BeforeImages;
import dev.ferry.core.load.PhaseRun;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.load.StagedRecordCodec;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a rollback lies in the work area.
record RollbackFiles(WorkStore work, RollbackRun run, RollbackPlan plan) {

    /// What undoing the entries of a bucket takes.
    RunEntries entries(ObjectName object, Bucket bucket) {
        Map<CanonicalId, BeforeImage> images = new HashMap<>();
        for (RollbackPlan.Line line : plan.lines()) {
            if (line.object().equals(object.value())) {
                images.putAll(BeforeImages.read(work, new PhaseRun(run.runId(), line.phase(), object, 1), bucket));
            }
        }
        return new RunEntries(plan.onlyRun(), Instant.parse(plan.lastWrite()), images, lost(object));
    }

    private Map<CanonicalId, StagedRecord> lost(ObjectName object) {
        Map<CanonicalId, StagedRecord> lost = new HashMap<>();
        try (Stream<Map<String, Object>> lines = JsonLines.read(work, run.lost(object))) {
            lines.map(StagedRecordCodec::decode).forEach(record -> lost.put(record.key(), record));
        }
        return lost;
    }

    /// The ids of records of an object that this rollback has not removed.
    Set<String> keptIds(ObjectName object) {
        Set<String> ids = new HashSet<>();
        kept(object).forEach(record -> ids.add(record.id()));
        return ids;
    }

    /// The records of an object that this rollback has not undone.
    Stream<KeptRecord> kept(ObjectName object) {
        return JsonLines.readAll(work, run.keptPrefix(object)).map(KeptRecord::decode);
    }

    /// The objects of which records that could have been undone were not.
    Set<ObjectName> keptObjects(List<ObjectName> objects) {
        return objects.stream()
                .filter(object ->
                        kept(object).anyMatch(record -> !record.outcome().equals("left")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The keys of parts whose owner the run did not make.
    Set<CanonicalId> strangers(ObjectName object) {
        Set<CanonicalId> keys = new HashSet<>();
        try (Stream<Map<String, Object>> lines = JsonLines.read(work, run.strangers(object))) {
            lines.forEach(line -> keys.add(new CanonicalId(String.valueOf(line.get("key")))));
        }
        return keys;
    }
}
