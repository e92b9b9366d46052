package dev.ferry.local.salesforce.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.SalesforceId;
import dev.ferry.local.salesforce.soql.Query;
import dev.ferry.local.salesforce.soql.QueryEngine;
import dev.ferry.local.salesforce.soql.QueryResult;
import dev.ferry.local.salesforce.soql.SoqlException;
import dev.ferry.local.salesforce.soql.SoqlParser;
import dev.ferry.local.salesforce.store.OrgStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// The query jobs of the org. Those that an earlier process made are run again at start.
///
/// *Errors*: [BulkException]. *Threading*: safe for concurrent use.
public final class QueryJobs implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private final OrgStore store;
    private final OrgState org;
    private final QueryEngine engine;
    private final Map<String, QueryJob> jobs = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong(1_000_000_000L);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public QueryJobs(OrgStore store, OrgState org, QueryEngine engine) {
        this.store = store;
        this.org = org;
        this.engine = engine;
    }

    /// Takes up a fact from the journal.
    public void replay(JsonNode event) {
        if (event.path("k").asText().equals("query.deleted")) {
            jobs.remove(event.path("id").asText());
            return;
        }
        QueryJob.View view = MAPPER.convertValue(event.path("job"), QueryJob.View.class);
        jobs.put(view.id(), new QueryJob(view));
        numbers.accumulateAndGet(SalesforceId.number(view.id()), Math::max);
    }

    /// Runs the jobs of an earlier process again.
    public void resume() {
        jobs.values().forEach(this::start);
    }

    /// Makes and starts a job.
    public QueryJob.View create(QueryJob.View wanted) {
        if (!wanted.operation().equals("query") && !wanted.operation().equals("queryAll")) {
            throw new BulkException(400, "API_ERROR", "Unsupported operation " + wanted.operation());
        }
        Query query = parsed(wanted.query());
        QueryJob job = new QueryJob(new QueryJob.View(
                SalesforceId.of("750", numbers.incrementAndGet()),
                wanted.operation(),
                wanted.query(),
                store.schema().type(query.object()).map(t -> t.name()).orElse(query.object()),
                wanted.dialect(),
                wanted.apiVersion(),
                wanted.createdById(),
                org.now().toEpochMilli(),
                JobState.UPLOAD_COMPLETE,
                0));
        ObjectNode event = MAPPER.createObjectNode().put("k", "query.created");
        event.set("job", MAPPER.valueToTree(job.view()));
        record(event);
        jobs.put(job.id(), job);
        QueryJob.View view = job.view();
        start(job);
        return view;
    }

    private static Query parsed(String soql) {
        try {
            Query query = SoqlParser.parse(soql);
            if (query.aggregates() || query.offset() > 0) {
                throw new BulkException(
                        400, "API_ERROR", "Aggregate Relationships and OFFSET are not supported in Bulk Query");
            }
            return query;
        } catch (SoqlException e) {
            throw new BulkException(400, "API_ERROR", e.code() + ": " + e.getMessage());
        }
    }

    private void start(QueryJob job) {
        threads.execute(() -> {
            job.move(JobState.IN_PROGRESS);
            try {
                boolean all = job.view().operation().equals("queryAll");
                if (engine.run(SoqlParser.parse(job.view().query()), all) instanceof QueryResult.Rows rows) {
                    job.complete(rows);
                } else {
                    job.move(JobState.FAILED);
                }
            } catch (SoqlException e) {
                job.move(JobState.FAILED);
            }
        });
    }

    /// What somebody who polls sees of a job.
    public QueryJob.View poll(String id) {
        return job(id).poll(org.faults().slowPollStates());
    }

    /// Aborts a job.
    public QueryJob.View abort(String id) {
        QueryJob job = job(id);
        if (job.state().ended()) {
            throw new BulkException(400, "INVALIDJOBSTATE", "Aborting already Completed Job not allowed");
        }
        job.move(JobState.ABORTED);
        return job.view();
    }

    /// Forgets a job.
    public void delete(String id) {
        record(MAPPER.createObjectNode().put("k", "query.deleted").put("id", job(id).id()));
        jobs.remove(job(id).id());
    }

    /// All jobs, oldest first.
    public List<QueryJob.View> list() {
        return jobs.values().stream().map(QueryJob::view).toList();
    }

    /// The result of a complete job.
    public QueryResult.Rows rows(String id) {
        QueryResult.Rows rows = job(id).rows();
        if (rows == null) {
            throw new BulkException(400, "INVALIDJOBSTATE", "The query job has no results yet");
        }
        return rows;
    }

    private QueryJob job(String id) {
        QueryJob job = SalesforceId.canonical(id).map(jobs::get).orElse(null);
        long ttl = Duration.ofDays(org.faults().resultTtlDays()).toMillis();
        if (job == null || org.now().toEpochMilli() - job.view().createdAt() > ttl) {
            throw BulkException.notFound();
        }
        return job;
    }

    private void record(ObjectNode event) {
        store.write(tx -> {
            tx.event(event);
            return true;
        });
    }

    @Override
    public void close() {
        threads.close();
    }
}
