package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.load.SettleChunk;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;
import java.time.Clock;

/// Says whether the target still works on the chunk of a load bucket.
public final class PollChunkHandler implements RequestHandler<LoadBucketEvent, PollChunkHandler.Polled> {
    private final LoadSites sites;
    private final Clock clock;

    public PollChunkHandler() {
        this(AwsLoadSites.standard(), Clock.systemUTC());
    }

    PollChunkHandler(LoadSites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /// Whether to look again later.
    public record Polled(boolean running) {}

    @Override
    public Polled handleRequest(LoadBucketEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            JobState state = new SettleChunk(site.work(), site.ledger(), site.jobs(), clock)
                    .poll(site.phase(event.phase()), event.loadBucket(), site.loaders(event.phase()));
            return new Polled(state == JobState.RUNNING);
        });
    }
}
