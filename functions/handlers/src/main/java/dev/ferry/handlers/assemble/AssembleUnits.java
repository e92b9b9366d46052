package dev.ferry.handlers.assemble;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.fold.AssemblyPorts;
import dev.ferry.asapp.fold.AssemblySettings;
import dev.ferry.core.identity.FreeMailDomains;
import dev.ferry.core.mapping.StructuredFields;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.extract.ExtractPlan;
import dev.ferry.handlers.metrics.UnitReport;
import dev.ferry.handlers.run.MappingFile;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Assembles buckets one after the other and puts their tallies.
final class AssembleUnits {
    private final RunPorts ports;
    private final AssembleBucket assemble;
    private UnitReport report = UnitReport.NONE;

    AssembleUnits(RunPorts ports, FeedCatalogue catalogue) {
        this.ports = ports;
        this.assemble = new AssembleBucket(stores(ports), catalogue, settings(ports));
    }

    /// Where a run's assembly reads and writes.
    static AssemblyPorts stores(RunPorts ports) {
        return new AssemblyPorts(
                ports.fragments(),
                ports.bodies(),
                ports.identities(),
                ports.sinks(),
                ports.lists(),
                ports.run().runId());
    }

    List<BucketOutcome> run(List<AssembleItem> items) {
        List<BucketOutcome> outcomes = new ArrayList<>();
        for (AssembleItem item : items) {
            Tally tally = assemble.run(item.kind(), AssemblyStage.bucket(item));
            ports.tallies().put(ports.run().runId(), tally);
            long quarantined = tally.count("quarantined");
            report = report.plus(new UnitReport(1, tally.count("distinct"), 0, quarantined, 0));
            outcomes.add(new BucketOutcome(item.kind(), item.bucket(), tally.count("staged"), quarantined));
        }
        return List.copyOf(outcomes);
    }

    /// What was done.
    UnitReport report() {
        return report;
    }

    private static AssemblySettings settings(RunPorts ports) {
        RunConfig config = ports.config();
        ExtractPlan plan = new WorkJson(ports.work()).read(ports.files().inventory(), ExtractPlan.class);
        return new AssemblySettings(
                plan.unfinished(),
                config.csatScales(),
                FreeMailDomains.with(Set.copyOf(config.freeMailDomains())),
                ports.lookedAt(),
                StructuredFields.of(new MappingFile(ports).text()).scopes());
    }
}
