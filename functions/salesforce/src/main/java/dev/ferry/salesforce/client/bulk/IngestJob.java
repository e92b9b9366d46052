package dev.ferry.salesforce.client.bulk;

import dev.ferry.salesforce.client.RecordError;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An ingest job as Salesforce reports it.
///
/// `errorMessage` stands on failed jobs only. Rows of the job list carry no progress: theirs is all zero.
public record IngestJob(
        JobId id,
        String object,
        IngestOperation operation,
        JobState state,
        Instant createdAt,
        Progress progress,
        @Nullable String errorMessage) {

    /// How far the job is. `processed` includes `failed`. Source: the counters can stay wrong when a whole
    /// server batch fails; the result files are the truth.
    public record Progress(long processed, long failed, int retries, Duration total, Duration apex) {}

    /// Why the job as a whole failed.
    public Optional<RecordError> error() {
        return Optional.ofNullable(errorMessage).map(RecordError::parse);
    }

    @Override
    public String toString() {
        return "IngestJob[" + id + " " + operation.text() + " " + object + " " + state.text() + "]";
    }
}
