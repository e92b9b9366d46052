package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.budget.InMemoryBudgetStore;
import dev.ferry.core.load.BalancePhase;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.load.InMemoryJobLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.PhaseRun;
import dev.ferry.core.load.ReadBack;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One run into a workspace with everything around it in memory: it stages, loads, reads back and balances phases of
/// the default mapping, as the state machine does.
final class IntercomLoad {
    private static final Path MAPPING = Path.of(System.getProperty("ferry.root"), "mappings", "intercom.yaml");
    private static final Map<String, String> OPTIONS = Map.of(
            "requestsPerMinute", "1000000",
            "limitSharePercent", "100",
            "replyPauseMillis", "0",
            "confirmedOff", "workflows, fin, outbound");

    final InMemoryAttachmentStore files = new InMemoryAttachmentStore();
    private final String runId;
    private final Ledger ledger;
    private final InMemoryWorkStore work = new InMemoryWorkStore();
    private final InMemoryJobLedger jobs = new InMemoryJobLedger();
    private final InMemoryTallyStore tallies = new InMemoryTallyStore();
    private final IntercomTarget target;
    private final TargetSchema schema;
    private final CompiledMapping mapping;

    IntercomLoad(URI workspace, String runId, Ledger ledger, Map<String, String> options, Sleeper sleeper) {
        this.runId = runId;
        this.ledger = ledger;
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
                new IntercomTargets.Machine(new InMemoryBudgetStore(), workspaceTime(), sleeper));
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
        CompileResult result = new MappingCompiler().compile(MAPPING, SourceSchema.canonical(), schema);
        assertThat(result).isInstanceOf(CompileResult.Compiled.class);
        mapping = ((CompileResult.Compiled) result).mapping();
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
        SubmitChunk submit = new SubmitChunk(work, ledger, jobs, tallies, new ChunkLimits(10_000, 1 << 26, 3));
        SettleChunk settle = new SettleChunk(work, ledger, jobs);
        while (submit.submit(run, 0, target.loaders(phase)) instanceof SubmitChunk.Submission.Sent) {
            settle.settle(run, 0, target.loaders(phase));
        }
        new ReadBack(work, ledger, tallies).read(run, reader, reader.open(phase.object()));
        return new BalancePhase(tallies).balance(run, new BucketCount(1));
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
