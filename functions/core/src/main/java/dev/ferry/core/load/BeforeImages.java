package dev.ferry.core.load;

import dev.ferry.core.load.TargetReader.ExistingRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The before images of a run, by the bucket of their keys, as a rollback reads them.
///
/// A chunk's images are written before any of it is sent. A record that is sent again in a later chunk has two; the
/// first tells how it stood before the run.
///
/// *Threading*: safe for concurrent use with different chunks.
///
/// @param buckets of the migration
public record BeforeImages(WorkStore work, Ledger ledger, BucketCount buckets) {
    private static final int BATCH = 500;

    /// Loaders that keep the images of every chunk of changes before it is sent.
    public Loaders keptBy(PhaseRun phase, Loaders loaders, TargetReader reader) {
        return attempt -> new ImageKeepingLoader(loaders.at(attempt), chunk -> keep(phase, chunk, reader));
    }

    private void keep(PhaseRun phase, Chunk chunk, TargetReader reader) {
        Map<Bucket, List<StagedRecord>> shares = chunk.records().stream()
                .filter(record -> record.existing().isPresent())
                .collect(Collectors.groupingBy(
                        record -> buckets.of(record.key().value()),
                        () -> new TreeMap<>(Comparator.comparingInt(Bucket::number)),
                        Collectors.toList()));
        shares.forEach((bucket, records) -> {
            try (JsonLines.Writer images = JsonLines.write(work, phase.beforeFile(bucket, chunk.id()))) {
                for (int from = 0; from < records.size(); from += BATCH) {
                    List<StagedRecord> batch = records.subList(from, Math.min(records.size(), from + BATCH));
                    images(phase, batch, reader).forEach(image -> images.write(image.encode()));
                }
                images.commit();
            }
        });
    }

    private List<BeforeImage> images(PhaseRun phase, List<StagedRecord> records, TargetReader reader) {
        Map<CanonicalId, String> ids = new HashMap<>();
        records.forEach(record -> ids.put(record.key(), record.existing().orElseThrow()));
        Map<CanonicalId, ExistingRecord> standing = reader.standing(phase.object(), ids);
        Map<CanonicalId, LedgerEntry> known = ledger.find(phase.object(), ids.keySet());
        return records.stream()
                .filter(record -> standing.containsKey(record.key()))
                .map(record -> image(record.key(), standing, known))
                .toList();
    }

    private static BeforeImage image(
            CanonicalId key, Map<CanonicalId, ExistingRecord> standing, Map<CanonicalId, LedgerEntry> known) {
        ExistingRecord there = standing.get(key);
        if (there == null) {
            throw new IllegalStateException("nothing stands under " + key);
        }
        return new BeforeImage(
                key,
                there.targetId(),
                there.fields(),
                known.get(key) instanceof LedgerEntry.Loaded loaded ? loaded : null);
    }

    /// The images of a phase in one bucket, by key.
    public static Map<CanonicalId, BeforeImage> read(WorkStore work, PhaseRun phase, Bucket bucket) {
        Map<CanonicalId, BeforeImage> images = new HashMap<>();
        try (Stream<Map<String, Object>> lines = JsonLines.readAll(work, phase.beforePrefix(bucket))) {
            lines.map(BeforeImage::decode).forEach(image -> images.putIfAbsent(image.key(), image));
        }
        return images;
    }
}
