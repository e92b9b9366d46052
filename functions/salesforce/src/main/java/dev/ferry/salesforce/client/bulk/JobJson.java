package dev.ferry.salesforce.client.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.internal.ApiResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Reads the JSON of jobs, and refuses what the API does not promise.
///
/// Shape: moments are written with an offset without a colon, `2026-03-02T21:33:43.000+0000`.
record JobJson(ApiResponse response) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS[XX][XXX]");

    IngestJob ingest(JsonNode job) {
        var operation = IngestOperation.of(text(job, "operation"))
                .orElseThrow(() -> response.malformed("a job of an unknown operation"));
        var progress = new IngestJob.Progress(
                job.path("numberRecordsProcessed").asLong(),
                job.path("numberRecordsFailed").asLong(),
                job.path("retries").asInt(),
                Duration.ofMillis(job.path("totalProcessingTime").asLong()),
                Duration.ofMillis(job.path("apexProcessingTime").asLong()));
        return new IngestJob(
                id(job),
                text(job, "object"),
                operation,
                state(job),
                moment(job),
                progress,
                optional(job, "errorMessage"));
    }

    QueryJob query(JsonNode job) {
        return new QueryJob(
                id(job), state(job), job.path("numberRecordsProcessed").asLong(), optional(job, "errorMessage"));
    }

    private JobId id(JsonNode job) {
        try {
            return new JobId(text(job, "id"));
        } catch (IllegalArgumentException noId) {
            throw response.malformed("a job without a proper id");
        }
    }

    private JobState state(JsonNode job) {
        return JobState.of(text(job, "state")).orElseThrow(() -> response.malformed("a job in an unknown state"));
    }

    private Instant moment(JsonNode job) {
        try {
            return OffsetDateTime.parse(text(job, "createdDate"), MOMENT).toInstant();
        } catch (DateTimeException unreadable) {
            throw response.malformed("a job whose createdDate is no moment");
        }
    }

    private String text(JsonNode job, String name) {
        var value = job.path(name);
        if (!value.isTextual()) {
            throw missing(name);
        }
        return value.asText();
    }

    private static @Nullable String optional(JsonNode job, String name) {
        return job.path(name).isTextual() ? job.path(name).asText() : null;
    }

    private SalesforceException missing(String name) {
        return response.malformed("a job without " + name);
    }
}
