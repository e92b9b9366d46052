package dev.ferry.handlers.target;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import java.time.Clock;

/// Holds a run to its plan: refuses when the configuration, the mapping or the target has changed, else makes the
/// target ready as [CheckTargetHandler] does.
///
/// *Errors*: `PLAN_CHANGED`, naming what has changed; `CONFIGURATION` when there is no such plan.
public final class TakeUpPlanHandler implements RequestHandler<RunRef, CheckTargetHandler.Checked> {
    private final Runs runs;
    private final Targets targets;

    public TakeUpPlanHandler() {
        this(AwsRuns.standard());
    }

    private TakeUpPlanHandler(AwsRuns aws) {
        this(aws, new AwsTargets(aws, Clock.systemUTC()));
    }

    TakeUpPlanHandler(Runs runs, Targets targets) {
        this.runs = runs;
        this.targets = targets;
    }

    @Override
    public CheckTargetHandler.Checked handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, () -> {
            RunPorts ports = runs.open(run);
            CompiledMapping mapping =
                    new CheckedTarget(ports).takeUp(targets.connect(ports), new PlanFile(ports).read());
            return CheckTargetHandler.Checked.of(mapping);
        });
    }
}
