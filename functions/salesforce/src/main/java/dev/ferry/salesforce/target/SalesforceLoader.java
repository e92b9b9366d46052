package dev.ferry.salesforce.target;

import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.ChunkLoader;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/// Sends a chunk by Bulk API 2.0 or by Collections, whichever suits it; the job's name tells which it was.
final class SalesforceLoader implements ChunkLoader {
    private final BulkLoader bulk;
    private final CollectionsLoader collections;
    private final KeyLookup lookup;
    private final int bulkThreshold;

    SalesforceLoader(BulkLoader bulk, CollectionsLoader collections, KeyLookup lookup, int bulkThreshold) {
        this.bulk = bulk;
        this.collections = collections;
        this.lookup = lookup;
        this.bulkThreshold = bulkThreshold;
    }

    @Override
    public void submit(Chunk chunk, JobJournal journal) {
        boolean byBulk =
                ObjectRules.goesByBulk(chunk.object()) && chunk.records().size() >= bulkThreshold;
        boolean sent = byBulk && Refusals.translated(() -> bulk.submit(chunk, journal));
        if (!sent) {
            journal.opened(CollectionsLoader.jobFor(chunk));
        }
    }

    @Override
    public JobState poll(JobRef job) {
        return CollectionsLoader.owns(job) ? JobState.FINISHED : Refusals.translated(() -> bulk.poll(job));
    }

    @Override
    public void settle(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        Refusals.translated(() -> {
            if (CollectionsLoader.owns(job)) {
                collections.settle(chunk, outcomes);
            } else {
                bulk.settle(job, chunk, outcomes);
            }
            return job;
        });
    }

    @Override
    public Abandonment abandon(JobRef job) {
        return CollectionsLoader.owns(job) ? Abandonment.ALREADY_SENT : Refusals.translated(() -> bulk.abandon(job));
    }

    @Override
    public Map<CanonicalId, String> find(ObjectName object, Collection<CanonicalId> keys) {
        return Refusals.translated(() -> lookup.find(object, keys));
    }

    @Override
    public boolean isSetUpFault(String code) {
        return Refusals.isSetUpFault(code);
    }
}
