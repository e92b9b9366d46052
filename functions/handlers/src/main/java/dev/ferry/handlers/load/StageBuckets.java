package dev.ferry.handlers.load;

import dev.ferry.core.load.StagePhase;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.MappingRun;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.work.JsonLines;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.OwnerFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Stages some buckets of a phase, one after the other.
final class StageBuckets {
    private final LoadSite site;

    StageBuckets(LoadSite site) {
        this.site = site;
    }

    /// How many records the buckets gave.
    long stage(String phaseName, List<Integer> buckets) {
        CompiledPhase phase = site.compiled(phaseName);
        StagePhase stage = new StagePhase(site.work(), site.ledger(), site.tallies(), site.reader(), site.untouched());
        MappingRun run = new MappingRun(
                new OwnerFiles(site.work(), site.files()).decisions(),
                site.run().migrationId());
        long staged = 0;
        for (int number : buckets) {
            Bucket bucket = new Bucket(number);
            try (Stream<Map<String, Object>> canonical =
                    JsonLines.read(site.work(), site.files().canonical(phase.from(), bucket))) {
                staged += stage.stage(site.phase(phaseName), bucket, canonical, record -> phase.map(record, run))
                        .count("staged");
            }
        }
        return staged;
    }
}
