package dev.ferry.handlers.target;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.run.WorkJson;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Does for a plan what [CheckTargetHandler] does for a run, makes nothing in the target, and lists the buckets to
/// count.
public final class OpenPlanHandler implements RequestHandler<RunRef, OpenPlanHandler.Opened> {
    private final Runs runs;
    private final Targets targets;

    public OpenPlanHandler() {
        this(AwsRuns.standard());
    }

    private OpenPlanHandler(AwsRuns aws) {
        this(aws, new AwsTargets(aws, Clock.systemUTC()));
    }

    OpenPlanHandler(Runs runs, Targets targets) {
        this.runs = runs;
        this.targets = targets;
    }

    /// The phases in the order in which they load, and where the list of buckets is.
    public record Opened(List<String> phases, String manifestKey) {
        public Opened {
            phases = List.copyOf(phases);
        }
    }

    @Override
    public Opened handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, () -> {
            RunPorts ports = runs.open(run);
            CompiledMapping mapping = new CheckedTarget(ports).look(targets.connect(ports));
            String manifest = ports.files().planManifest();
            new WorkJson(ports.work())
                    .writeArray(
                            manifest,
                            IntStream.range(0, ports.buckets().value())
                                    .mapToObj(bucket -> Map.of("bucket", bucket))
                                    .iterator());
            return new Opened(mapping.phases().stream().map(CompiledPhase::name).toList(), manifest);
        });
    }
}
