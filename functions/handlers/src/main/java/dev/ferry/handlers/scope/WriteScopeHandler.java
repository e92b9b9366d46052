package dev.ferry.handlers.scope;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.Runs;
import java.time.Clock;

/// Adds up what was found of a source, and writes it down.
public final class WriteScopeHandler implements RequestHandler<RunRef, WriteScopeHandler.Scoped> {
    private final Runs runs;
    private final Clock clock;
    private final WriteScope write = new WriteScope(FeedCatalogue.standard());

    public WriteScopeHandler() {
        this(AwsRuns.standard(), Clock.systemUTC());
    }

    WriteScopeHandler(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /// What was found. *Shape*: `{"folder","conversations","feeds","gaps","missing"}`.
    ///
    /// @param folder of the results in the work bucket, ending in a slash
    public record Scoped(String folder, long conversations, int feeds, int gaps, int missing) {}

    @Override
    public Scoped handleRequest(RunRef run, Context context) {
        return Invocation.of(context, run, ProfileFilesHandler.PHASE, () -> write.run(runs.open(run), clock.instant()));
    }
}
