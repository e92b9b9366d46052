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
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkNamedLists;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.run.RunPorts;
import java.io.IOException;
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
    private final Stores stores;

    public InMemoryRunPorts(String runId, Path export, String company) {
        this(runId, export, company, "{\"bucket\":\"export\"}");
    }

    /// @param source the part of the configuration that says where the source is, JSON
    InMemoryRunPorts(String runId, Path export, String company, String source) {
        this(runId, export, CONFIG.formatted(company, source), new Stores());
    }

    private InMemoryRunPorts(String runId, Path export, String json, Stores stores) {
        this.stores = stores;
        this.run = new RunRef("m1", runId, "runs/" + runId + "/config.json");
        this.export = export;
        this.json = json;
        try (WorkFile out = stores.work.create(run.configKey())) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
            out.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A later run of the same migration.
    InMemoryRunPorts after(String runId) {
        return new InMemoryRunPorts(runId, export, json, stores);
    }

    /// What is in staging.
    InMemoryFragmentStore staged() {
        return stores.fragments;
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
        return new BucketLayout(stores.work).require(run.migrationId());
    }

    @Override
    public SourceStore source() {
        return new LocalDirectorySource(export);
    }

    @Override
    public SourceStore copies() {
        return new WorkCopies(stores.work);
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
        return stores.attachments;
    }

    @Override
    public WorkStore work() {
        return stores.work;
    }

    @Override
    public TallyStore tallies() {
        return stores.tallies;
    }

    @Override
    public FragmentStore fragments() {
        return stores.fragments;
    }

    @Override
    public BodyStore bodies() {
        return stores.bodies;
    }

    @Override
    public LinkStore links() {
        return stores.links;
    }

    @Override
    public IdentityStore identities() {
        return stores.identities;
    }

    @Override
    public RecordSinks sinks() {
        return stores.sinks;
    }

    /// What has been assembled.
    InMemoryRecordSinks assembled() {
        return stores.sinks;
    }

    @Override
    public NamedLists lists() {
        return new WorkNamedLists(stores.work, files());
    }

    @Override
    public Ledger ledger() {
        return stores.ledger;
    }

    @Override
    public UndoLedger undoLedger() {
        return stores.ledger;
    }

    @Override
    public JobLedger jobs() {
        return stores.jobs;
    }

    /// What the runs of a migration share.
    private static final class Stores {
        final InMemoryWorkStore work = new InMemoryWorkStore();
        final InMemoryTallyStore tallies = new InMemoryTallyStore();
        final InMemoryFragmentStore fragments = new InMemoryFragmentStore(new BucketCount(4));
        final InMemoryBodyStore bodies = new InMemoryBodyStore();
        final InMemoryLinkStore links = new InMemoryLinkStore();
        final InMemoryIdentityStore identities = new InMemoryIdentityStore();
        final InMemoryRecordSinks sinks = new InMemoryRecordSinks();
        final InMemoryLedger ledger = new InMemoryLedger();
        final InMemoryAttachmentStore attachments = new InMemoryAttachmentStore();
        final InMemoryJobLedger jobs = new InMemoryJobLedger();
    }
}
