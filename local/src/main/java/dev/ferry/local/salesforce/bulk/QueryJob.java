package dev.ferry.local.salesforce.bulk;

import dev.ferry.local.salesforce.soql.QueryResult;
import org.jspecify.annotations.Nullable;

/// A query job and, once it is complete, its result.
///
/// *Threading*: safe for concurrent use; guarded by itself.
public final class QueryJob {
    private final View made;
    private JobState state = JobState.UPLOAD_COMPLETE;
    private QueryResult.@Nullable Rows rows;
    private int heldBack;

    QueryJob(View made) {
        this.made = made;
    }

    /// What a reader sees of a job. *Units*: `createdAt` in epoch milliseconds.
    public record View(
            String id,
            String operation,
            String query,
            String object,
            CsvDialect dialect,
            String apiVersion,
            String createdById,
            long createdAt,
            JobState state,
            int processed) {

        View in(JobState other, int rows) {
            return new View(id, operation, query, object, dialect, apiVersion, createdById, createdAt, other, rows);
        }
    }

    String id() {
        return made.id();
    }

    synchronized View view() {
        return made.in(state, rows == null ? 0 : rows.size());
    }

    synchronized View poll(int slowPollStates) {
        if (state.ended() && state != JobState.ABORTED && heldBack < slowPollStates) {
            heldBack++;
            return made.in(JobState.IN_PROGRESS, 0);
        }
        return view();
    }

    synchronized JobState state() {
        return state;
    }

    synchronized void move(JobState to) {
        if (!state.ended()) {
            state = to;
        }
    }

    synchronized void complete(QueryResult.Rows result) {
        if (!state.ended()) {
            rows = result;
            state = JobState.JOB_COMPLETE;
        }
    }

    synchronized QueryResult.@Nullable Rows rows() {
        return rows;
    }
}
