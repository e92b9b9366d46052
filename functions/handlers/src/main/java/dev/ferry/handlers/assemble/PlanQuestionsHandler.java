package dev.ferry.handlers.assemble;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.Runs;

/// Plans what to ask the Conversations API for, and what to have generated, for the conversations of one bucket:
/// what
/// no feed has.
public final class PlanQuestionsHandler
        implements RequestHandler<PlanQuestionsHandler.BucketToPlan, PlanQuestions.Planned> {
    private final Runs runs;
    private final PlanQuestions plan = new PlanQuestions(FeedCatalogue.standard());

    public PlanQuestionsHandler() {
        this(AwsRuns.standard());
    }

    PlanQuestionsHandler(Runs runs) {
        this.runs = runs;
    }

    /// Of which bucket. *Shape*: `{"run":{...},"item":{"kind","bucket"}}`.
    public record BucketToPlan(RunRef run, AssembleItem item) {}

    @Override
    public PlanQuestions.Planned handleRequest(BucketToPlan input, Context context) {
        return Invocation.of(
                context, input.run(), PagePorts.PHASE, () -> plan.run(runs.open(input.run()), input.item()));
    }
}
