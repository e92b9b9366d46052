package dev.ferry.handlers.target;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.invocation.Invocation;

/// Matches agents to users of the target.
public final class MatchOwnersHandler implements RequestHandler<RunRef, DecideOwners.Decided> {
    private final LoadSites sites;

    public MatchOwnersHandler() {
        this(AwsLoadSites.standard());
    }

    MatchOwnersHandler(LoadSites sites) {
        this.sites = sites;
    }

    @Override
    public DecideOwners.Decided handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, () -> new DecideOwners(sites.open(run)).match());
    }
}
