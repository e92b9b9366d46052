package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.load.ReadBack;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;

/// Holds one share of what was read back against the ledger.
public final class CollectReadBackHandler implements RequestHandler<ReadShareEvent, CollectReadBackHandler.Collected> {
    private final LoadSites sites;

    public CollectReadBackHandler() {
        this(AwsLoadSites.standard());
    }

    CollectReadBackHandler(LoadSites sites) {
        this.sites = sites;
    }

    /// How many records stand in the target, differ from what was sent, or are not there.
    public record Collected(long found, long different, long missing) {}

    @Override
    public Collected handleRequest(ReadShareEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            Tally tally = new ReadBack(site.work(), site.ledger(), site.tallies())
                    .read(site.phase(event.phase()), site.reader(), event.job(), event.asked());
            return new Collected(tally.count("found"), tally.count("different"), tally.count("missing"));
        });
    }
}
