package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsPlanSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.PlanSites;

/// Counts what loading some buckets of a phase would do.
public final class PlanBucketsHandler implements RequestHandler<StageBatch, PlanBucketsHandler.Planned> {
    private final PlanSites sites;

    public PlanBucketsHandler() {
        this(AwsPlanSites.standard());
    }

    PlanBucketsHandler(PlanSites sites) {
        this.sites = sites;
    }

    /// How many records were staged.
    public record Planned(long staged) {}

    @Override
    public Planned handleRequest(StageBatch event, Context context) {
        PhaseEvent phase = event.input();
        return Invocation.of(context, phase.run(), phase.phase(), () -> {
            LoadSite site = sites.open(phase.run(), phase.phase());
            return new Planned(new StageBuckets(site)
                    .plan(
                            phase.phase(),
                            event.items().stream().map(StageBatch.Item::bucket).toList()));
        });
    }
}
