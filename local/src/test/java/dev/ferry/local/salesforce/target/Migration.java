package dev.ferry.local.salesforce.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.BalancePhase;
import dev.ferry.core.load.BeforeImages;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.load.InMemoryJobLedger;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.load.Loaders;
import dev.ferry.core.load.PhaseBreaker;
import dev.ferry.core.load.PhaseRun;
import dev.ferry.core.load.ReadBack;
import dev.ferry.core.load.ReadShare;
import dev.ferry.core.load.SettleChunk;
import dev.ferry.core.load.StagePhase;
import dev.ferry.core.load.SubmitChunk;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.mapping.CompileResult;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.MappingCompiler;
import dev.ferry.core.mapping.MappingRun;
import dev.ferry.core.mapping.OwnerDecisions;
import dev.ferry.core.mapping.schema.SourceSchema;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.rollback.BalanceUndo;
import dev.ferry.core.rollback.PlanRollback;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.RollbackRun;
import dev.ferry.core.rollback.UndoBooks;
import dev.ferry.core.rollback.UndoBucket;
import dev.ferry.core.rollback.Undoer;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.tally.InMemoryTallyStore;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.local.salesforce.SalesforceSimulator;
import dev.ferry.local.salesforce.SalesforceSimulatorSettings;
import dev.ferry.local.salesforce.org.Permissions;
import dev.ferry.local.salesforce.schema.UserDefinition;
import dev.ferry.salesforce.target.SalesforceTarget;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A migration into an org with everything else in memory, driven as the state machine drives it: what may heal is
/// started again.
final class Migration {
    static final String BATCH = "wave-1";
    private static final int PATIENCE = 5_000;

    /// An org of some records is read back in one; here it is cut, so that each test has shares add up.
    private static final int SHARES = 3;

    static final List<String> OBJECTS = List.of(
            "Account",
            "Contact",
            "Agent_Stats__c",
            "Case",
            "Task",
            "EmailMessage",
            "ContentNote",
            "ContentDocumentLink",
            "ContentVersion");
    private static final BucketCount BUCKETS = new BucketCount(1);

    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryWorkStore work = new InMemoryWorkStore();
    private final InMemoryJobLedger jobs = new InMemoryJobLedger();
    private final InMemoryTallyStore tallies = new InMemoryTallyStore();
    private final SalesforceTarget target;
    private final ChunkLimits limits;
    private final TargetSchema schema;
    private final CompiledMapping mapping;
    private final TargetReader reader;
    private final MappingRun owners;

    /// An org with the user who owns what agents did.
    static SalesforceSimulator org(Path directory) {
        UserDefinition agent = new UserDefinition(
                SampleRecords.mail(0), SampleRecords.mail(0) + ".invalid", "Agent", "Zero", true, "Salesforce");
        return SalesforceSimulator.start(SalesforceSimulatorSettings.in(directory, Clock.systemUTC())
                .withUsers(List.of(agent))
                .withPermissions(new Permissions(true, true, false, true, true, true, false)));
    }

    Migration(SalesforceTarget target, ChunkLimits limits) {
        this.target = target;
        this.limits = limits;
        this.schema = target.describe(OBJECTS.stream().map(ObjectName::new).toList());
        CompileResult compiled = new MappingCompiler()
                .compile(
                        Path.of(System.getProperty("ferry.root"), "mappings", "salesforce.yaml"),
                        SourceSchema.canonical(),
                        schema);
        assertThat(compiled).isInstanceOf(CompileResult.Compiled.class);
        this.mapping = ((CompileResult.Compiled) compiled).mapping();
        this.reader = target.reader(schema, mapping.phases());
        String agent = target.users()
                .byEmail(List.of(SampleRecords.mail(0)))
                .getFirst()
                .id();
        this.owners = new MappingRun(
                OwnerDecisions.of(
                        Map.of(new CanonicalId("rep:0"), agent),
                        target.users().loadingUser().id()),
                BATCH);
    }

    /// Stages a phase and goes no further, as a process that is killed then.
    void stageOnly(String runId, String name, SampleRecords records) {
        CompiledPhase phase = mapping.phase(name).orElseThrow();
        PhaseRun run = new PhaseRun(runId, name, phase.object(), 2, phase.load().matchOn());
        new StagePhase(work, ledger, tallies, reader)
                .stage(run, new Bucket(0), records.of(phase.from()).stream(), record -> phase.map(record, owners));
    }

    /// Loads one phase.
    PhaseBooks loadOnly(String runId, String name, SampleRecords records) {
        CompiledPhase phase = mapping.phase(name).orElseThrow();
        return load(new PhaseRun(runId, name, phase.object(), 2, phase.load().matchOn()), phase, records);
    }

    /// Loads every phase. The books of each, in order.
    List<PhaseBooks> run(String runId, SampleRecords records) {
        List<PhaseBooks> books = new ArrayList<>();
        for (CompiledPhase phase : mapping.phases()) {
            books.add(load(
                    new PhaseRun(
                            runId, phase.name(), phase.object(), 2, phase.load().matchOn()),
                    phase,
                    records));
        }
        return books;
    }

    /// Undoes a run as the state machine does; the books by object.
    Map<String, UndoBooks> rollback(RollbackRun rollback, List<RunRecord> runs) {
        Undoer undoer = target.undoer(schema, mapping.phases());
        RollbackPlan plan = new PlanRollback(work, ledger, undoer, BUCKETS).plan(rollback, runs);
        Map<String, UndoBooks> books = new LinkedHashMap<>();
        for (String name : plan.objects()) {
            ObjectName object = new ObjectName(name);
            new UndoBucket(work, ledger, undoer, Clock.systemUTC())
                    .undo(new UndoBucket.Share(rollback, plan, object, new Bucket(0), Instant.MAX));
            books.put(name, new BalanceUndo(work, ledger, BUCKETS).balance(rollback, plan, object));
        }
        return books;
    }

    private PhaseBooks load(PhaseRun run, CompiledPhase phase, SampleRecords records) {
        new StagePhase(work, ledger, tallies, reader)
                .stage(run, new Bucket(0), records.of(phase.from()).stream(), record -> phase.map(record, owners));
        for (int bucket = 0; bucket < run.loadBuckets(); bucket++) {
            fill(run, bucket, new BeforeImages(work, ledger, BUCKETS).keptBy(run, target.loaders(phase), reader));
        }
        for (int turn = 0; turn < PATIENCE; turn++) {
            try {
                readBack(run);
                return new BalancePhase(tallies).balance(run, new BucketCount(1));
            } catch (FerryException failure) {
                requireRetriable(failure);
            }
        }
        throw new AssertionError("reading " + run.phase() + " back does not end");
    }

    private void readBack(PhaseRun run) {
        JobRef reading = reader.open(run.object());
        while (reader.poll(reading) == JobState.RUNNING) {
            LockSupport.parkNanos(2_000_000);
        }
        for (int share = 0; share < SHARES; share++) {
            new ReadBack(work, ledger, tallies).read(run, reader, reading, new ReadShare(share, SHARES));
        }
    }

    private static void requireRetriable(FerryException failure) {
        if (!failure.code().retriable()) {
            throw failure;
        }
    }

    private void fill(PhaseRun run, int bucket, Loaders loaders) {
        SubmitChunk submit = new SubmitChunk(work, jobs, tallies, limits);
        SettleChunk settle = new SettleChunk(
                work,
                ledger,
                jobs,
                Clock.systemUTC(),
                new PhaseBreaker(tallies, new PhaseBreaker.Limits(10_000, 0.05, 5, 100)));
        for (int turn = 0; turn < PATIENCE; turn++) {
            try {
                if (submit.submit(run, bucket, loaders) instanceof SubmitChunk.Submission.NothingLeft) {
                    return;
                }
                if (settle.poll(run, bucket, loaders) != JobState.RUNNING) {
                    settle.settle(run, bucket, loaders);
                } else {
                    LockSupport.parkNanos(2_000_000);
                }
            } catch (FerryException failure) {
                requireRetriable(failure);
            }
        }
        throw new AssertionError("load bucket " + bucket + " of " + run.phase() + " does not end");
    }
}
