package dev.ferry.local.salesforce.bulk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ingest job and the outcomes of the rows done so far.
///
/// *Threading*: safe for concurrent use; guarded by itself.
public final class IngestJob {
    private final String id;
    private final JobSpec spec;
    private final long createdAt;
    private final List<RowOutcome> outcomes = new ArrayList<>();
    private JobState state = JobState.OPEN;
    private long changedAt;
    private boolean uploaded;
    private @Nullable String errorMessage;
    private int failed;
    private int retries;
    private int heldBack;
    private long busyMillis;

    IngestJob(String id, JobSpec spec, long createdAt) {
        this.id = id;
        this.spec = spec;
        this.createdAt = createdAt;
        this.changedAt = createdAt;
    }

    /// What a reader sees of a job at one moment. *Units*: times in epoch milliseconds, durations in milliseconds.
    public record View(
            String id,
            JobSpec spec,
            long createdAt,
            long changedAt,
            JobState state,
            @Nullable String errorMessage,
            int processed,
            int failed,
            int retries,
            long busyMillis) {}

    String id() {
        return id;
    }

    JobSpec spec() {
        return spec;
    }

    synchronized View view() {
        return new View(
                id, spec, createdAt, changedAt, state, errorMessage, outcomes.size(), failed, retries, busyMillis);
    }

    /// The view for somebody who polls; the first polls after processing see `InProgress` still.
    synchronized View poll(int slowPollStates) {
        View view = view();
        if (state.ended() && state != JobState.ABORTED && heldBack < slowPollStates) {
            heldBack++;
            return new View(
                    id,
                    spec,
                    createdAt,
                    changedAt,
                    JobState.IN_PROGRESS,
                    null,
                    view.processed(),
                    failed,
                    retries,
                    busyMillis);
        }
        return view;
    }

    synchronized JobState state() {
        return state;
    }

    synchronized void move(JobState to, long at, @Nullable String error) {
        state = to;
        changedAt = at;
        errorMessage = error;
    }

    synchronized boolean uploaded() {
        return uploaded;
    }

    synchronized void markUploaded() {
        uploaded = true;
    }

    synchronized void add(List<RowOutcome> more) {
        outcomes.addAll(more);
        failed += (int) more.stream().filter(RowOutcome::failed).count();
    }

    synchronized List<RowOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    synchronized int done() {
        return outcomes.size();
    }

    synchronized int retried() {
        return ++retries;
    }

    synchronized void busy(long millis) {
        busyMillis += millis;
    }

    long createdAt() {
        return createdAt;
    }

    synchronized long changedAt() {
        return changedAt;
    }
}
