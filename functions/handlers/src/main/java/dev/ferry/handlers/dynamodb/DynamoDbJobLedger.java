package dev.ferry.handlers.dynamodb;

import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.ChunkEntry;
import dev.ferry.core.load.ChunkId;
import dev.ferry.core.load.JobLedger;
import java.util.Optional;

/// The write-ahead notes on chunks as items, one partition per load bucket; reads are strongly consistent.
///
/// *Shape*: pk `{migration}#J#{runId}#{phase}#{loadBucket}`, sk the chunk's number in five digits; `write`,
/// `state`,
/// `job`, `attempt`.
public final class DynamoDbJobLedger implements JobLedger {
    private final ItemTable table;
    private final String migrationId;

    public DynamoDbJobLedger(ItemTable table, String migrationId) {
        this.table = table;
        this.migrationId = migrationId;
    }

    @Override
    public Optional<ChunkEntry> latest(String runId, String phase, int loadBucket) {
        return table.last(partition(runId, phase, loadBucket)).map(item -> {
            ChunkId id = new ChunkId(
                    runId, phase, loadBucket, Integer.parseInt(item.key().sort()));
            String job = item.text("job");
            return new ChunkEntry(
                    id,
                    Chunk.Write.valueOf(item.text("write")),
                    ChunkEntry.State.valueOf(item.text("state")),
                    job.isEmpty() ? null : job,
                    Math.toIntExact(item.number("attempt")));
        });
    }

    @Override
    public void put(ChunkEntry entry) {
        ChunkId id = entry.id();
        String sort = "%05d".formatted(id.number());
        table.put(Item.at(new ItemKey(partition(id.runId(), id.phase(), id.loadBucket()), sort))
                .text("write", entry.write().name())
                .text("state", entry.state().name())
                .text("job", entry.jobId())
                .number("attempt", entry.attempt())
                .build());
    }

    private String partition(String runId, String phase, int loadBucket) {
        return "%s#J#%s#%s#%05d".formatted(migrationId, runId, phase, loadBucket);
    }
}
