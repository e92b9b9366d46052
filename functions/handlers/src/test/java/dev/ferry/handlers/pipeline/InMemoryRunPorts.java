package dev.ferry.handlers.pipeline;

import dev.ferry.asapp.batch.LocalDirectorySource;
import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.identity.InMemoryIdentityStore;
import dev.ferry.core.identity.InMemoryLinkStore;
import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.load.InMemoryJobLedger;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.load.JobLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.run.BucketLayout;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunConfigReader;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.staging.AttachmentStore;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.InMemoryAttachmentStore;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.staging.InMemoryRecordSinks;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.RecordSinks;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.InMemoryTallyStore;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.core.work.WorkNamedLists;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.run.RunPorts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/// A run in memory over an export in a directory.
public final class InMemoryRunPorts implements RunPorts {
    private static final String CONFIG = """
            {"migrationId":"m1","company":"%s","buckets":4,"source":%s,"target":{"secretName":"s"}}
            """;

    private static final Instant PREPARED = Instant.parse("2026-11-01T02:30:00Z");

    private final RunRef run;
    private final Path export;
    private final String json;
    private final InMemoryWorkStore work = new InMemoryWorkStore();
    private final InMemoryTallyStore tallies = new InMemoryTallyStore();
    private final InMemoryFragmentStore fragments = new InMemoryFragmentStore(new BucketCount(4));
    private final InMemoryBodyStore bodies = new InMemoryBodyStore();
    private final InMemoryLinkStore links = new InMemoryLinkStore();
    private final InMemoryIdentityStore identities = new InMemoryIdentityStore();
    private final InMemoryRecordSinks sinks = new InMemoryRecordSinks();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryAttachmentStore attachments = new InMemoryAttachmentStore();
    private final InMemoryJobLedger jobs = new InMemoryJobLedger();

    public InMemoryRunPorts(String runId, Path export, String company) {
        this(runId, export, company, "{\"bucket\":\"export\"}");
    }

    /// @param source the part of the configuration that says where the source is, JSON
    InMemoryRunPorts(String runId, Path export, String company, String source) {
        this.run = new RunRef("m1", runId, "runs/" + runId + "/config.json");
        this.export = export;
        this.json = CONFIG.formatted(company, source);
        try (OutputStream out = work.create(run.configKey())) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RunRef run() {
        return run;
    }

    @Override
    public RunConfig config() {
        return RunConfigReader.read(run.configKey(), json);
    }

    @Override
    public RunPorts planned(String phase) {
        throw new UnsupportedOperationException("nothing is planned in memory");
    }

    @Override
    public BucketCount buckets() {
        return new BucketLayout(work).require(run.migrationId());
    }

    @Override
    public SourceStore source() {
        return new LocalDirectorySource(export);
    }

    @Override
    public SourceStore copies() {
        return new WorkCopies(work);
    }

    @Override
    public SourceStore events() {
        return source();
    }

    @Override
    public Instant preparedAt() {
        return PREPARED;
    }

    @Override
    public AttachmentStore attachments() {
        return attachments;
    }

    @Override
    public WorkStore work() {
        return work;
    }

    @Override
    public TallyStore tallies() {
        return tallies;
    }

    @Override
    public FragmentStore fragments() {
        return fragments;
    }

    @Override
    public BodyStore bodies() {
        return bodies;
    }

    @Override
    public LinkStore links() {
        return links;
    }

    @Override
    public IdentityStore identities() {
        return identities;
    }

    @Override
    public RecordSinks sinks() {
        return sinks;
    }

    /// What has been assembled.
    InMemoryRecordSinks assembled() {
        return sinks;
    }

    @Override
    public NamedLists lists() {
        return new WorkNamedLists(work, files());
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public UndoLedger undoLedger() {
        return ledger;
    }

    @Override
    public JobLedger jobs() {
        return jobs;
    }
}
