package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.budget.InMemoryBudgetStore;
import dev.ferry.core.load.BalancePhase;
import dev.ferry.core.load.BeforeImages;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.load.InMemoryJobLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.Loaders;
import dev.ferry.core.load.PhaseRun;
import dev.ferry.core.load.ReadBack;
import dev.ferry.core.load.ReadShare;
import dev.ferry.core.load.SettleChunk;
import dev.ferry.core.load.StagePhase;
import dev.ferry.core.load.SubmitChunk;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.load.UndoLedger;
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
import dev.ferry.core.rollback.KeptRecord;
import dev.ferry.core.rollback.PlanRollback;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.RollbackRun;
import dev.ferry.core.rollback.SettleOpenChunks;
import dev.ferry.core.rollback.UndoBooks;
import dev.ferry.core.rollback.UndoBucket;
import dev.ferry.core.rollback.Undoer;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.run.TargetConfig;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.InMemoryAttachmentStore;
import dev.ferry.core.tally.InMemoryTallyStore;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.time.Sleeper;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.core.work.JsonLines;
import dev.ferry.intercom.target.IntercomTarget;
import dev.ferry.intercom.target.IntercomTargets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One run into a workspace with everything around it in memory: it stages, loads, reads back and balances phases
/// of the default mapping, as the state machine does.
final class IntercomLoad {
    /// A workspace of some conversations is read back in one; here it is cut, so that each test has shares add up.
    private static final int SHARES = 3;

    private static final Path MAPPING = Path.of(System.getProperty("ferry.root"), "mappings", "intercom.yaml");
    private static final Map<String, String> OPTIONS = Map.of(
            "requestsPerMinute", "1000000",
            "limitSharePercent", "100",
            "replyPauseMillis", "0",
            "confirmedOff", "workflows, fin, outbound");

    final InMemoryAttachmentStore files = new InMemoryAttachmentStore();
    private final String runId;
    private Ledger ledger;
    private final InMemoryWorkStore work = new InMemoryWorkStore();
    private final InMemoryJobLedger jobs = new InMemoryJobLedger();
    private final InMemoryTallyStore tallies = new InMemoryTallyStore();
    private final IntercomTarget target;
    private final TargetSchema schema;
    private CompiledMapping mapping;
    private final Clock clock;
    private final Instant began;

    IntercomLoad(URI workspace, String runId, Ledger ledger, Map<String, String> options, Sleeper sleeper) {
        this(workspace, runId, ledger, options, new Time(workspaceTime(), sleeper));
    }

    /// What time it is in the workspace, and how it passes.
    record Time(Clock clock, Sleeper sleeper) {}

    IntercomLoad(URI workspace, String runId, Ledger ledger, Map<String, String> options, Time time) {
        this.runId = runId;
        this.ledger = ledger;
        this.clock = time.clock();
        this.began = clock.instant();
        Map<String, String> all = new TreeMap<>(OPTIONS);
        all.putAll(options);
        TargetConfig config = new TargetConfig(
                "intercom",
                "ferry/intercom",
                workspace,
                "",
                Duration.ofSeconds(1),
                new ChunkLimits(10_000, 1 << 26, 3),
                all);
        target = IntercomTargets.create(
                new IntercomTargets.Secret("{\"accessToken\":\"ferry-token\"}", "v1"),
                config,
                new IntercomTarget.RunPorts("m1", runId, ledger, files),
                new IntercomTargets.Machine(new InMemoryBudgetStore(), clock, time.sleeper()));
        schema = target.describe(Stream.of(
                        "Tag",
                        "ConversationAttribute",
                        "Company",
                        "Contact",
                        "Conversation",
                        "Message",
                        "ConversationState")
                .map(ObjectName::new)
                .toList());
        mapping = compiled(new MappingCompiler().compile(MAPPING, SourceSchema.canonical(), schema));
    }

    private static CompiledMapping compiled(CompileResult result) {
        assertThat(result).isInstanceOf(CompileResult.Compiled.class);
        return ((CompileResult.Compiled) result).mapping();
    }

    /// This load by another mapping.
    IntercomLoad mappedBy(String yaml) {
        mapping = compiled(new MappingCompiler().compile(yaml, SourceSchema.canonical(), schema));
        return this;
    }

    private static Clock workspaceTime() {
        Clock real = Clock.systemUTC();
        return Clock.offset(real, Duration.between(real.instant(), Instant.ofEpochSecond(RunningWorkspace.NOW)));
    }

    /// Checks and prepares the workspace; what stands in the way.
    List<String> prepare() {
        List<String> findings = target.check(mapping.phases()).stream()
                .map(finding -> finding.what() + " | " + finding.action())
                .toList();
        if (findings.isEmpty()) {
            target.prepare(mapping.phases());
        }
        return findings;
    }

    /// All phases, or those named, in their order.
    Map<String, PhaseBooks> load(Map<String, List<Map<String, Object>>> canonical) {
        Map<String, PhaseBooks> books = new TreeMap<>();
        for (CompiledPhase phase : mapping.phases()) {
            books.put(
                    phase.name(),
                    load(phase, canonical.getOrDefault(phase.from().label(), List.of())));
        }
        return books;
    }

    private PhaseBooks load(CompiledPhase phase, List<Map<String, Object>> canonical) {
        List<String> matchOn = phase.load().matchOn();
        PhaseRun run = new PhaseRun(runId, phase.name(), phase.object(), 1, matchOn);
        TargetReader reader = target.reader(schema, mapping.phases());
        MappingRun settings = new MappingRun(
                OwnerDecisions.of(
                        Map.of(new CanonicalId("asapp:acme:rep:1"), RunningWorkspace.ANN), RunningWorkspace.MIGRATION),
                "m1");
        new StagePhase(work, ledger, tallies, reader)
                .stage(run, new Bucket(0), canonical.stream(), record -> phase.map(record, settings));
        BeforeImages images = new BeforeImages(work, ledger, new BucketCount(1));
        Loaders loaders = images.keptBy(run, target.loaders(phase), reader);
        SubmitChunk submit = new SubmitChunk(work, jobs, tallies, new ChunkLimits(10_000, 1 << 26, 3));
        SettleChunk settle = new SettleChunk(work, ledger, jobs, clock);
        while (submit.submit(run, 0, loaders) instanceof SubmitChunk.Submission.Sent) {
            settle.settle(run, 0, loaders);
        }
        for (int share = 0; share < SHARES; share++) {
            new ReadBack(work, ledger, tallies)
                    .read(run, reader, reader.open(phase.object()), new ReadShare(share, SHARES));
        }
        return new BalancePhase(tallies).balance(run, new BucketCount(1));
    }

    /// This load over another view of its ledger.
    IntercomLoad over(Ledger other) {
        ledger = other;
        return this;
    }

    /// Notes what a run that died left in the middle; how many records that are.
    long settleOpenChunks() {
        SettleOpenChunks open = new SettleOpenChunks(work, ledger, jobs);
        return mapping.phases().stream()
                .mapToLong(phase -> open.settle(new PhaseRun(
                        runId, phase.name(), phase.object(), 1, phase.load().matchOn())))
                .sum();
    }

    /// Undoes this run as the state machine does; the books by object.
    ///
    /// @param runs all runs of the migration
    Map<String, UndoBooks> rollback(RollbackRun rollback, List<RunRecord> runs) {
        UndoLedger undo = (UndoLedger) ledger;
        Undoer undoer = target.undoer(schema, mapping.phases());
        RollbackPlan plan = new PlanRollback(work, undo, undoer, new BucketCount(1)).plan(rollback, runs);
        Map<String, UndoBooks> books = new LinkedHashMap<>();
        for (String name : plan.objects()) {
            ObjectName object = new ObjectName(name);
            UndoBucket.Share share = new UndoBucket.Share(rollback, plan, object, new Bucket(0), Instant.MAX);
            assertThat(new UndoBucket(work, undo, undoer, clock).undo(share).done())
                    .isTrue();
            books.put(name, new BalanceUndo(work, undo, new BucketCount(1)).balance(rollback, plan, object));
        }
        return books;
    }

    /// The records that a rollback kept, as `outcome object key code`.
    List<String> kept(RollbackRun rollback, String object) {
        List<String> lines = new ArrayList<>();
        for (String file : work.list(rollback.keptPrefix(new ObjectName(object)))) {
            try (Stream<Map<String, Object>> kept = JsonLines.read(work, file)) {
                kept.map(KeptRecord::decode)
                        .forEach(record ->
                                lines.add("%s %s %s".formatted(record.outcome(), record.key(), record.code())));
            }
        }
        return lines;
    }

    /// The run as the register has it.
    RunRecord registered() {
        return new RunRecord("m1", runId, "config.json", "hash", began);
    }

    /// The failed records of a phase, as the report has them: `code | hint`.
    List<String> failed(String phase) {
        List<String> lines = new ArrayList<>();
        PhaseRun run = new PhaseRun(runId, phase, new ObjectName("any"), 1);
        try (Stream<Map<String, Object>> failed = JsonLines.read(work, run.listFile("failed", "00000"))) {
            failed.forEach(line -> lines.add(line.get("code") + " | " + line.get("hint")));
        }
        return lines;
    }
}
