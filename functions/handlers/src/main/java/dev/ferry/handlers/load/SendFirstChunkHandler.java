package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.load.PhaseBreaker;
import dev.ferry.core.load.SendFirstChunk;
import dev.ferry.core.load.SendFirstChunk.Stores;
import dev.ferry.core.load.SettleChunk;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;
import java.time.Clock;

/// Sends the first chunk of a phase alone and looks at what became of it, before the rest goes in parallel.
public final class SendFirstChunkHandler implements RequestHandler<PhaseEvent, SendFirstChunkHandler.First> {
    private final LoadSites sites;
    private final Clock clock;

    public SendFirstChunkHandler() {
        this(AwsLoadSites.standard(), Clock.systemUTC());
    }

    SendFirstChunkHandler(LoadSites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /// How many records the first chunk had; 0 where the phase has few.
    public record First(int records) {}

    @Override
    public First handleRequest(PhaseEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            PhaseBreaker breaker = new PhaseBreaker(site.tallies(), PhaseBreaker.Limits.standard());
            SettleChunk settle = new SettleChunk(site.work(), site.ledger(), site.jobs(), clock, breaker);
            Stores stores = new Stores(site.work(), site.ledger(), site.jobs(), site.tallies());
            return new First(new SendFirstChunk(stores, site.limits(), settle, site.reader())
                    .send(site.phase(event.phase()), site.loaders(event.phase())));
        });
    }
}
