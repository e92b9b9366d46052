package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;

/// Maps the canonical records of some buckets into staged records.
public final class StageBucketsHandler implements RequestHandler<StageBatch, StageBucketsHandler.Staged> {
    private final LoadSites sites;

    public StageBucketsHandler() {
        this(AwsLoadSites.standard());
    }

    StageBucketsHandler(LoadSites sites) {
        this.sites = sites;
    }

    /// How many records were staged.
    public record Staged(long staged) {}

    @Override
    public Staged handleRequest(StageBatch event, Context context) {
        return Invocation.of(context, event.input().run(), event.input().phase(), () -> {
            LoadSite site = sites.open(event.input().run());
            String phase = event.input().phase();
            long staged = new StageBuckets(site)
                    .stage(
                            phase,
                            event.items().stream().map(StageBatch.Item::bucket).toList());
            site.reportStaged(phase, staged);
            return new Staged(staged);
        });
    }
}
