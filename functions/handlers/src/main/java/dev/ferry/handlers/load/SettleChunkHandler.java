package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.load.PhaseBreaker;
import dev.ferry.core.load.SettleChunk;
import dev.ferry.core.load.SettleChunk.Settlement;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;
import java.time.Clock;

/// Writes the outcomes of the chunk of a load bucket into the ledger.
public final class SettleChunkHandler implements RequestHandler<LoadBucketEvent, SettleChunkHandler.Settled> {
    private final LoadSites sites;
    private final Clock clock;

    public SettleChunkHandler() {
        this(AwsLoadSites.standard(), Clock.systemUTC());
    }

    SettleChunkHandler(LoadSites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /// How many records of the chunk came to what.
    public record Settled(int loaded, int refused, int again) {}

    @Override
    public Settled handleRequest(LoadBucketEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            PhaseBreaker breaker = new PhaseBreaker(site.tallies(), PhaseBreaker.Limits.standard());
            Settlement settlement = new SettleChunk(site.work(), site.ledger(), site.jobs(), clock, breaker)
                    .settle(site.phase(event.phase()), event.loadBucket(), site.loaders(event.phase()));
            site.report(event.phase(), settlement.loaded(), settlement.refused());
            return new Settled(settlement.loaded(), settlement.refused(), settlement.again());
        });
    }
}
