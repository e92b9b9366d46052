package dev.ferry.handlers.assemble;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import java.util.List;

/// Folds a batch of buckets into canonical records, one outcome per bucket.
public final class AssembleBucketsHandler implements RequestHandler<AssembleBatch, List<BucketOutcome>> {
    private final Runs runs;
    private final FeedCatalogue catalogue = FeedCatalogue.standard();

    public AssembleBucketsHandler() {
        this(AwsRuns.standard());
    }

    AssembleBucketsHandler(Runs runs) {
        this.runs = runs;
    }

    @Override
    public List<BucketOutcome> handleRequest(AssembleBatch batch, Context context) {
        return Invocation.of(context, batch.run(), AssembleBucket.PHASE, () -> {
            RunPorts ports = runs.open(batch.run());
            AssembleUnits units = new AssembleUnits(ports, catalogue);
            List<BucketOutcome> outcomes = units.run(batch.items());
            PhaseMetrics.emit(batch.run().migrationId(), AssembleBucket.PHASE, units.report());
            return outcomes;
        });
    }
}
