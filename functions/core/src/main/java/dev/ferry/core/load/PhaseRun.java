package dev.ferry.core.load;

import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.RunFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/// One phase of one run, and where its files lie in the work area.
///
/// @param phase the phase's name in the mapping, for example `Case`; also the name of its tallies and books
/// @param object the object type that it loads
/// @param loadBuckets over how many load buckets its records are spread by lock group
/// @param matchOn the fields by which a record that stood in the target before Ferry came is recognised, tried in
/// order; none where records are only made
public record PhaseRun(String runId, String phase, ObjectName object, int loadBuckets, List<String> matchOn) {
    public PhaseRun {
        matchOn = List.copyOf(matchOn);
        if (loadBuckets < 1) {
            throw new IllegalArgumentException("a phase has at least one load bucket, was " + loadBuckets);
        }
    }

    /// A phase whose records are only made.
    public PhaseRun(String runId, String phase, ObjectName object, int loadBuckets) {
        this(runId, phase, object, loadBuckets, List.of());
    }

    /// The load bucket of a lock group: records that lock each other never load in parallel.
    public int loadBucketOf(String lockGroup) {
        CRC32C crc = new CRC32C();
        crc.update(lockGroup.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % loadBuckets);
    }

    /// Where the records of a load bucket are staged, one file for each bucket they come from.
    public String stagedPrefix(int loadBucket) {
        return RunFiles.EXPIRING + root() + "staged/%05d/".formatted(loadBucket);
    }

    /// Where the records of a chunk are written ahead.
    public String chunkFile(ChunkId chunk) {
        return root() + "chunks/%05d/%05d.jsonl".formatted(chunk.loadBucket(), chunk.number());
    }

    /// Where the outcomes of a settled chunk are written.
    public String outcomeFile(ChunkId chunk) {
        return RunFiles.EXPIRING + root() + "outcomes/%05d/%05d.jsonl".formatted(chunk.loadBucket(), chunk.number());
    }

    /// Where the before images of a bucket of keys are written, one file for each chunk of changes.
    public String beforePrefix(Bucket bucket) {
        return root() + "before/" + bucket.label() + "/";
    }

    /// Where the before images of one chunk are written, those of one bucket of keys.
    public String beforeFile(Bucket bucket, ChunkId chunk) {
        return beforePrefix(bucket) + "%05d-%05d.jsonl".formatted(chunk.loadBucket(), chunk.number());
    }

    /// Where the records of all chunks are written ahead.
    public String chunkPrefix() {
        return root() + "chunks/";
    }

    /// A list of the phase: `quarantined`, `filtered`, `adjusted`, `matched`, `failed`, `different`, `missing`,
    /// `foreign`.
    ///
    /// @param unit the unit of work that writes its part of the list
    public String listFile(String list, String unit) {
        return root() + "lists/" + list + "/" + unit + ".jsonl";
    }

    /// Where the parts of a list lie.
    public String listPrefix(String list) {
        return root() + "lists/" + list + "/";
    }

    /// The name of the phase's tallies of one step: `stage`, `load` or `read`.
    public String tallyPhase(String step) {
        return phase + "." + step;
    }

    /// Whether an entry says that this run brought the record to what it is.
    boolean wrote(LedgerEntry.Loaded entry) {
        return entry.runId().equals(runId);
    }

    private String root() {
        return "runs/" + runId + "/load/" + phase + "/";
    }
}
