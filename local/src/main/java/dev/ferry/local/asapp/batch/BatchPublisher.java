package dev.ferry.local.asapp.batch;

import dev.ferry.local.asapp.tenant.BatchRules;
import dev.ferry.local.asapp.tenant.RowRules;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.PartitionFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the batch feeds into their bucket as the tenant's time goes on, and takes them out when it is set back.
///
/// *Threading*: safe for concurrent use.
public final class BatchPublisher implements AutoCloseable {
    private final Tenant tenant;
    private final Path export;
    private final BatchSchedule schedule;
    private final BucketDirectory bucket;
    private final Thread thread = Thread.ofVirtual().unstarted(this::follow);
    private List<Appearance> all = List.of();
    private int published;
    private @Nullable Rules made;
    private volatile boolean closed;

    /// The rules that the bucket was filled by.
    private record Rules(BatchRules batch, RowRules rows, Set<String> disabled) {}

    /// @param export the directory of the export; the feeds are in `batch/`
    /// @param bucket a directory of its own, which shows what the bucket holds
    /// @param files what the partitions of that tree hold
    public BatchPublisher(Tenant tenant, Path export, Path bucket, PartitionFiles files) {
        this.tenant = tenant;
        this.export = export;
        this.schedule = new BatchSchedule(tenant, export);
        this.bucket = new BucketDirectory(bucket, files);
    }

    /// Fills the bucket with what is there by now, and goes on.
    public void start() {
        catchUp();
        thread.start();
    }

    /// Brings the bucket to the tenant's time and knobs; when this returns it is.
    public synchronized void catchUp() {
        if (closed) {
            return;
        }
        Rules rules = new Rules(
                tenant.knobs().batch(),
                tenant.knobs().rows(),
                Set.copyOf(tenant.knobs().exporter().disabledFeeds()));
        if (!rules.equals(made)) {
            begin(rules);
        }
        moveTo(tenant.clock().now());
    }

    private void begin(Rules rules) {
        bucket.clear();
        all = schedule.appearances();
        published = 0;
        if (rules.batch().schemaFile()) {
            bucket.putSchema(export.resolve("batch").resolve("export_docs.yaml"));
        }
        made = rules;
    }

    private void moveTo(Instant now) {
        while (published < all.size() && !all.get(published).at().isAfter(now)) {
            bucket.put(all.get(published));
            published++;
        }
        while (published > 0 && all.get(published - 1).at().isAfter(now)) {
            published--;
            bucket.remove(all.get(published));
        }
    }

    /// Stops; the bucket stays as it is.
    @Override
    public void close() {
        // Not interrupted, since that would break the file that it is writing.
        closed = true;
        tenant.clock().wake();
        synchronized (this) {
            all = List.of();
            published = 0;
        }
    }

    private void follow() {
        try {
            while (!closed) {
                long seen = tenant.clock().changes();
                catchUp();
                tenant.clock().await(next().orElse(Instant.MAX), seen);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Instant> next() {
        return published < all.size() ? Optional.of(all.get(published).at()) : Optional.empty();
    }
}
