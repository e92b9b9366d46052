package dev.ferry.handlers.load;

import dev.ferry.core.load.PlanPhase;
import dev.ferry.core.load.StagePhase;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.Mapped;
import dev.ferry.core.mapping.MappingRun;
import dev.ferry.core.mapping.OwnerDecisions;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.JsonLines;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.OwnerFiles;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Stages some buckets of a phase, one after the other.
final class StageBuckets {
    private final LoadSite site;

    StageBuckets(LoadSite site) {
        this.site = site;
    }

    /// How many records the buckets gave.
    long stage(String phaseName, List<Integer> buckets) {
        StagePhase stage = stage();
        return each(
                phaseName,
                buckets,
                new OwnerFiles(site.work(), site.files()).decisions(),
                (bucket, canonical, mapper) -> stage.stage(site.phase(phaseName), bucket, canonical, mapper));
    }

    /// The same, counted and not kept.
    long plan(String phaseName, List<Integer> buckets) {
        PlanPhase plan = new PlanPhase(stage(), site.ledger());
        return each(
                phaseName,
                buckets,
                new OwnerFiles(site.work(), site.files()).assumed(),
                (bucket, canonical, mapper) ->
                        plan.plan(PlanPhase.of(site.phase(phaseName)), bucket, canonical, mapper));
    }

    private StagePhase stage() {
        return new StagePhase(site.work(), site.ledger(), site.tallies(), site.reader(), site.untouched());
    }

    /// What is done with the canonical records of a bucket.
    @FunctionalInterface
    private interface Step {
        Tally take(
                Bucket bucket,
                Stream<Map<String, Object>> canonical,
                Function<Map<String, Object>, List<Mapped>> mapper);
    }

    private long each(String phaseName, List<Integer> buckets, OwnerDecisions owners, Step step) {
        CompiledPhase phase = site.compiled(phaseName);
        MappingRun run = new MappingRun(owners, site.run().migrationId());
        long staged = 0;
        for (int number : buckets) {
            Bucket bucket = new Bucket(number);
            try (Stream<Map<String, Object>> canonical =
                    JsonLines.read(site.work(), site.files().canonical(phase.from(), bucket), phase.reads())) {
                staged += step.take(bucket, canonical, record -> phase.map(record, run))
                        .count("staged");
            }
        }
        return staged;
    }
}
