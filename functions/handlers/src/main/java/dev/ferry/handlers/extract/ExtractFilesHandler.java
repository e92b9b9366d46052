package dev.ferry.handlers.extract;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import java.util.List;

/// Cuts a batch of files into fragments, one outcome per file.
public final class ExtractFilesHandler implements RequestHandler<ExtractBatch, List<FileOutcome>> {
    private final Runs runs;
    private final FeedCatalogue catalogue = FeedCatalogue.standard();

    public ExtractFilesHandler() {
        this(AwsRuns.standard());
    }

    ExtractFilesHandler(Runs runs) {
        this.runs = runs;
    }

    @Override
    public List<FileOutcome> handleRequest(ExtractBatch batch, Context context) {
        return Invocation.of(context, batch.run(), FragmentFile.PHASE, () -> {
            RunPorts ports = runs.open(batch.run());
            FragmentFile files = new FragmentFile(
                    ports.source(),
                    catalogue,
                    ExtractUnits.staging(ports, batch.items()),
                    ExtractUnits.settings(ports));
            ExtractUnits units = new ExtractUnits(ports, batch.force(), item -> files.run(WorkUnit.of(item.object())));
            List<FileOutcome> outcomes = units.run(batch.items());
            PhaseMetrics.emit(batch.run().migrationId(), FragmentFile.PHASE, units.report());
            return outcomes;
        });
    }
}
