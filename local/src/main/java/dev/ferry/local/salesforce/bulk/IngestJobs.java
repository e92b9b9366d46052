package dev.ferry.local.salesforce.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import dev.ferry.local.salesforce.store.OrgStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The ingest jobs of the org and the moves between their states.
///
/// *Errors*: [BulkException]. *Threading*: safe for concurrent use.
public final class IngestJobs {
    /// The most that a job's file may hold. *Units*: bytes.
    public static final long MAX_BYTES = 150_000_000;

    private final OrgStore store;
    private final OrgState org;
    private final IngestProcessor processor;
    private final Map<String, IngestJob> jobs = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();

    public IngestJobs(OrgStore store, OrgState org, IngestProcessor processor) {
        this.store = store;
        this.org = org;
        this.processor = processor;
    }

    /// Takes up a fact from the journal.
    public void replay(JsonNode event) {
        String id = event.path("id").asText();
        IngestJob job = jobs.get(id);
        switch (event.path("k").asText()) {
            case "ingest.created" -> {
                jobs.put(
                        id,
                        new IngestJob(
                                id, JobEvents.spec(event), event.path("at").longValue()));
                numbers.accumulateAndGet(SalesforceId.number(id), Math::max);
            }
            case "ingest.deleted" -> jobs.remove(id);
            default -> {
                if (job != null) {
                    apply(job, event);
                }
            }
        }
    }

    private static void apply(IngestJob job, JsonNode event) {
        switch (event.path("k").asText()) {
            case "ingest.uploaded" -> job.markUploaded();
            case "ingest.state" ->
                job.move(
                        JobState.named(event.path("state").asText()),
                        event.path("at").longValue(),
                        event.path("error").textValue());
            case "ingest.rows" -> job.add(JobEvents.outcomes(event));
            default -> throw new IllegalStateException("The journal holds an unknown fact about a job");
        }
    }

    /// Goes on with the jobs that an earlier process left unfinished.
    public void resume() {
        jobs.values().stream()
                .filter(job -> job.state() == JobState.UPLOAD_COMPLETE || job.state() == JobState.IN_PROGRESS)
                .forEach(processor::start);
    }

    /// Makes a job.
    public IngestJob.View create(JobSpec spec) {
        SObjectType type = store.schema().require(spec.object());
        boolean link = type.name().equals("ContentDocumentLink") && org.rules().bulkContentDocumentLink();
        if ((type.definition().unbulkable() && !link) || type.definition().internal()) {
            throw new BulkException(
                    400, "INVALIDENTITY", "Entity '" + type.name() + "' is not supported by the Bulk API.");
        }
        if (spec.operation() == Operation.HARD_DELETE && !org.permissions().bulkApiHardDelete()) {
            throw new BulkException(
                    400,
                    "FEATURENOTENABLED",
                    "You need the Bulk API Hard Delete user permission to permanently delete records.");
        }
        boolean upsert = spec.operation() == Operation.UPSERT;
        if (upsert == (spec.externalIdFieldName() == null)) {
            throw new BulkException(
                    400,
                    "INVALIDJOB",
                    upsert
                            ? "External ID field name is required for upsert"
                            : "External ID field name is only allowed for upsert");
        }
        IngestJob job = new IngestJob(
                SalesforceId.of("750", numbers.incrementAndGet()),
                spec,
                org.now().toEpochMilli());
        record(JobEvents.created(job));
        jobs.put(job.id(), job);
        return job.view();
    }

    /// Takes in the file of a job. *Units*: at most [#MAX_BYTES].
    public void upload(String id, InputStream content) throws IOException {
        IngestJob job = job(id);
        if (job.state() != JobState.OPEN) {
            throw new BulkException(
                    400, "INVALIDJOBSTATE", "Job " + id + " is " + job.state().apiName() + " and takes no data");
        }
        if (job.uploaded()) {
            throw new BulkException(
                    400, "BULK_API_ERROR", "Multiple contents for job " + id + ": only one upload is allowed");
        }
        Path file = processor.file(id);
        Path part = file.resolveSibling(id + ".part");
        Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
        if (Files.size(part) > MAX_BYTES) {
            Files.delete(part);
            throw new BulkException(413, "REQUEST_TOO_LARGE", "The job's data exceeds 150 MB");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        record(JobEvents.uploaded(id));
        job.markUploaded();
    }

    /// Closes or aborts a job.
    public IngestJob.View move(String id, String wanted) {
        IngestJob job = job(id);
        JobState state = job.state();
        return switch (JobState.named(wanted)) {
            case UPLOAD_COMPLETE -> {
                if (state != JobState.OPEN) {
                    throw new BulkException(
                            400, "INVALIDJOBSTATE", "Closing already " + state.apiName() + " Job not allowed");
                }
                transition(job, JobState.UPLOAD_COMPLETE, null);
                IngestJob.View view = job.view();
                processor.start(job);
                yield view;
            }
            case ABORTED -> {
                if (state == JobState.JOB_COMPLETE || state == JobState.FAILED) {
                    throw new BulkException(400, "INVALIDJOBSTATE", "Aborting already Completed Job not allowed");
                }
                transition(job, JobState.ABORTED, null);
                yield job.view();
            }
            case OPEN, IN_PROGRESS, JOB_COMPLETE, FAILED ->
                throw new BulkException(400, "INVALIDJOBSTATE", "A job cannot be moved to " + wanted);
        };
    }

    /// What somebody who polls sees of a job.
    public IngestJob.View poll(String id) {
        return job(id).poll(org.faults().slowPollStates());
    }

    /// Forgets a job that has ended.
    public void delete(String id) throws IOException {
        IngestJob job = job(id);
        if (job.state() == JobState.OPEN || job.state() == JobState.IN_PROGRESS) {
            throw new BulkException(
                    400, "API_ERROR", "Error encountered when deleting the job because the job is not terminated");
        }
        record(JobEvents.deleted(id));
        jobs.remove(id);
        Files.deleteIfExists(processor.file(id));
    }

    /// All jobs, oldest first.
    public List<IngestJob.View> list() {
        return jobs.values().stream()
                .filter(job -> !expired(job))
                .map(IngestJob::view)
                .toList();
    }

    /// The result files of a job.
    public ResultFiles results(String id) {
        return new ResultFiles(
                job(id), processor.file(id), store.schema(), org.rules().shuffledResults());
    }

    /// How many internal batches have been started in the last 24 hours.
    public long batchesOfTheDay() {
        return processor.batchesOfTheDay();
    }

    private IngestJob job(String id) {
        IngestJob job = SalesforceId.canonical(id).map(jobs::get).orElse(null);
        if (job == null || expired(job)) {
            throw BulkException.notFound();
        }
        return job;
    }

    private boolean expired(IngestJob job) {
        long age = org.now().toEpochMilli() - job.changedAt();
        return job.state() == JobState.OPEN
                ? age > Duration.ofHours(org.faults().openJobTtlHours()).toMillis()
                : job.state().ended()
                        && age > Duration.ofDays(org.faults().resultTtlDays()).toMillis();
    }

    private void transition(IngestJob job, JobState to, @Nullable String error) {
        long at = org.now().toEpochMilli();
        record(JobEvents.state(job.id(), to, at, error));
        job.move(to, at, error);
    }

    private void record(ObjectNode event) {
        store.write(tx -> {
            tx.event(event);
            return true;
        });
    }
}
