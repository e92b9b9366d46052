package dev.ferry.local.salesforce.bulk;

import dev.ferry.local.salesforce.org.OrgState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over the file of one job.
final class IngestRun {
    static final int BATCH_ROWS = 10_000;
    static final int CHUNK_ROWS = 200;
    static final int MAX_RETRIES = 20;

    private final IngestProcessor processor;
    private final OrgState org;
    private final IngestJob job;

    IngestRun(IngestProcessor processor, IngestJob job) {
        this.processor = processor;
        this.org = processor.org();
        this.job = job;
    }

    void run() {
        long started = System.nanoTime();
        boolean broken = true;
        try {
            if (job.state() == JobState.UPLOAD_COMPLETE) {
                move(JobState.IN_PROGRESS, null);
            }
            String error = Files.exists(file()) ? process() : null;
            if (job.state() == JobState.IN_PROGRESS && !processor.stopping()) {
                job.busy(Duration.ofNanos(System.nanoTime() - started).toMillis());
                move(error == null ? JobState.JOB_COMPLETE : JobState.FAILED, error);
            }
            broken = false;
        } catch (IOException e) {
            move(JobState.FAILED, "InternalServerError : " + e.getClass().getSimpleName());
            broken = false;
        } finally {
            if (broken) {
                move(JobState.FAILED, "InternalServerError : the simulator failed");
            }
            processor.locks().release(job.id());
        }
    }

    private Path file() {
        return processor.file(job.id());
    }

    /// The error that fails the job, or null.
    private @Nullable String process() throws IOException {
        CsvDialect dialect = job.spec().dialect();
        if (!LineEndings.match(file(), dialect)) {
            return "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is "
                    + dialect.lineEnding();
        }
        try (BufferedReader reader = Files.newBufferedReader(file(), StandardCharsets.UTF_8)) {
            CsvScanner scanner = new CsvScanner(reader, dialect.delimiter());
            CsvRow header = scanner.next();
            if (header == null) {
                return null;
            }
            ChunkWriter writer = new ChunkWriter(processor, job, header.cells());
            for (int skipped = job.done(); skipped > 0; skipped--) {
                scanner.next();
            }
            return batches(scanner, writer);
        } catch (InvalidBatch e) {
            return e.getMessage();
        }
    }

    private @Nullable String batches(CsvScanner scanner, ChunkWriter writer) throws IOException {
        CsvRow first = scanner.next();
        while (first != null) {
            if (!startBatch()) {
                return job.view().retries() > MAX_RETRIES
                        ? "InternalServerError : Retried more than " + MAX_RETRIES + " times"
                        : "ExceededQuota : ApiBatchItems Limit exceeded.";
            }
            int rows = 0;
            while (first != null && rows < BATCH_ROWS) {
                List<CsvRow> chunk = new ArrayList<>(CHUNK_ROWS);
                while (first != null && chunk.size() < CHUNK_ROWS) {
                    chunk.add(first);
                    first = scanner.next();
                }
                rows += chunk.size();
                if (job.state() != JobState.IN_PROGRESS || processor.stopping()) {
                    return null;
                }
                String error = write(writer, chunk);
                if (error != null) {
                    return error;
                }
            }
        }
        return null;
    }

    private @Nullable String write(ChunkWriter writer, List<CsvRow> chunk) {
        long failAfter = org.faults().jobFailAfterRows();
        long room = failAfter == 0 ? chunk.size() : Math.max(0, failAfter - job.done());
        List<CsvRow> taken = room >= chunk.size() ? chunk : chunk.subList(0, (int) room);
        pause(taken.size() * org.faults().millisPerRow(job.spec().object()));
        if (!taken.isEmpty()) {
            writer.write(taken);
        }
        return taken.size() < chunk.size() ? "InternalServerError : the job was stopped after " + room + " rows" : null;
    }

    // A batch that runs too long is put back and tried again, until its retries are spent.
    private boolean startBatch() {
        while (true) {
            Long number = processor.startBatch().orElse(null);
            if (number == null) {
                return false;
            }
            int every = org.faults().batchTimeoutEvery();
            if (every == 0 || number % every != 0) {
                return true;
            }
            if (job.retried() > MAX_RETRIES) {
                return false;
            }
        }
    }

    private static void pause(double millis) {
        if (millis > 0) {
            try {
                Thread.sleep(Duration.ofNanos((long) (millis * 1_000_000)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void move(JobState to, @Nullable String error) {
        long at = org.now().toEpochMilli();
        processor.store().write(tx -> {
            // An abort may have come between.
            if (!job.state().ended()) {
                tx.event(JobEvents.state(job.id(), to, at, error));
                job.move(to, at, error);
            }
            return true;
        });
    }
}
