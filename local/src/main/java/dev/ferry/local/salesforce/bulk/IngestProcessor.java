package dev.ferry.local.salesforce.bulk;

import dev.ferry.local.salesforce.dml.Bindings;
import dev.ferry.local.salesforce.dml.Dml;
import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.store.OrgStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Works off ingest jobs, each on a thread of its own.
///
/// *Threading*: safe for concurrent use. Closing stops at the next chunk; a job left over goes on when the store is
/// opened again.
public final class IngestProcessor implements AutoCloseable {
    private static final long DAY = 86_400_000;

    private final OrgStore store;
    private final OrgState org;
    private final Dml dml;
    private final Path directory;
    private final ParentLocks locks = new ParentLocks();
    private final Deque<Long> batches = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private long batchNumber;

    public IngestProcessor(OrgStore store, OrgState org, Dml dml) {
        this.store = store;
        this.org = org;
        this.dml = dml;
        this.directory = store.directory().resolve("jobs");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Making the directory of job files", e);
        }
    }

    Path file(String jobId) {
        return directory.resolve(jobId + ".csv");
    }

    void start(IngestJob job) {
        threads.execute(new IngestRun(this, job)::run);
    }

    OrgStore store() {
        return store;
    }

    OrgState org() {
        return org;
    }

    Dml dml() {
        return dml;
    }

    Bindings bindings() {
        return new Bindings(store.schema(), org);
    }

    ParentLocks locks() {
        return locks;
    }

    boolean stopping() {
        return threads.isShutdown();
    }

    /// The number of a newly started batch; empty when the day's allowance is spent.
    synchronized Optional<Long> startBatch() {
        if (batchesOfTheDay() >= org.faults().dailyBatchMax()) {
            return Optional.empty();
        }
        batches.addLast(org.now().toEpochMilli());
        return Optional.of(++batchNumber);
    }

    synchronized long batchesOfTheDay() {
        long dayAgo = org.now().toEpochMilli() - DAY;
        while (!batches.isEmpty() && batches.getFirst() < dayAgo) {
            batches.removeFirst();
        }
        return batches.size();
    }

    @Override
    public void close() {
        threads.close();
    }
}
