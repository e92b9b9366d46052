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
import java.time.Clock;
import java.util.List;

/// Signs in to the target, describes it, compiles the mapping against it and looks for what would stop the load.
public final class CheckTargetHandler implements RequestHandler<RunRef, CheckTargetHandler.Checked> {
    private final Runs runs;
    private final Targets targets;

    public CheckTargetHandler() {
        this(AwsRuns.standard());
    }

    private CheckTargetHandler(AwsRuns aws) {
        this(aws, new AwsTargets(aws, Clock.systemUTC()));
    }

    CheckTargetHandler(Runs runs, Targets targets) {
        this.runs = runs;
        this.targets = targets;
    }

    /// The phases in the order in which they load, and the mapping that the run is bound to.
    public record Checked(List<String> phases, String mappingHash) {
        public Checked {
            phases = List.copyOf(phases);
        }

        static Checked of(CompiledMapping mapping) {
            return new Checked(
                    mapping.phases().stream().map(CompiledPhase::name).toList(),
                    mapping.hash().hex());
        }
    }

    @Override
    public Checked handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, () -> {
            RunPorts ports = runs.open(run);
            CompiledMapping mapping = new CheckedTarget(ports).check(targets.connect(ports));
            return Checked.of(mapping);
        });
    }
}
