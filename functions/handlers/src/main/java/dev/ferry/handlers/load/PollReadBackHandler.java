package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;

/// Says whether what is read back is ready.
public final class PollReadBackHandler implements RequestHandler<ReadBackEvent, PollReadBackHandler.Polled> {
    private final LoadSites sites;

    public PollReadBackHandler() {
        this(AwsLoadSites.standard());
    }

    PollReadBackHandler(LoadSites sites) {
        this.sites = sites;
    }

    /// Whether to look again later, or to start over.
    public record Polled(boolean running, boolean lost) {}

    @Override
    public Polled handleRequest(ReadBackEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            JobState state = site.reader().poll(event.job());
            return new Polled(state == JobState.RUNNING, state == JobState.LOST);
        });
    }
}
