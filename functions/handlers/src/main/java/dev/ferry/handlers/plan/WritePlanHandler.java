package dev.ferry.handlers.plan;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSites;
import java.time.Clock;

/// Adds up what was counted, holds it against the target's limits, and writes the plan down.
public final class WritePlanHandler implements RequestHandler<RunRef, WritePlanHandler.Written> {
    private final LoadSites sites;
    private final Clock clock;

    public WritePlanHandler() {
        this(AwsLoadSites.standard(), Clock.systemUTC());
    }

    WritePlanHandler(LoadSites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /// What the plan comes to.
    ///
    /// @param folder of the plan in the work bucket, ending in a slash
    public record Written(String folder, long create, long update, long unchanged, long quarantined) {}

    @Override
    public Written handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, () -> new WritePlan(sites.open(run)).run(clock.instant()));
    }
}
