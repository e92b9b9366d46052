package dev.ferry.handlers.extract;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.crosswalk.FragmentCrosswalk;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.run.WorkJson;
import java.util.List;

/// Reads the client's identity files into staging, one outcome per file.
public final class ExtractCrosswalkHandler implements RequestHandler<RunRef, List<FileOutcome>> {
    private final Runs runs;

    public ExtractCrosswalkHandler() {
        this(AwsRuns.standard());
    }

    ExtractCrosswalkHandler(Runs runs) {
        this.runs = runs;
    }

    @Override
    public List<FileOutcome> handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, FragmentFile.PHASE, () -> {
            RunPorts ports = runs.open(run);
            FragmentCrosswalk files =
                    new FragmentCrosswalk(ports.source(), ExtractUnits.staging(ports), ExtractUnits.settings(ports));
            ExtractUnits units = new ExtractUnits(
                    ports,
                    false,
                    item -> files.run(CrosswalkName.kind(item.key()).orElseThrow(), item.object()));
            List<FileOutcome> outcomes = units.run(plan(ports).crosswalk());
            PhaseMetrics.emit(run.migrationId(), FragmentFile.PHASE, units.report());
            return outcomes;
        });
    }

    private static ExtractPlan plan(RunPorts ports) {
        return new WorkJson(ports.work()).read(ports.files().inventory(), ExtractPlan.class);
    }
}
