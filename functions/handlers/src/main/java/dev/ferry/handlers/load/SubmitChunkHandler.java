package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.load.SubmitChunk;
import dev.ferry.core.load.SubmitChunk.Submission;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;

/// Sends the next chunk of a load bucket, or takes up the one that was left.
public final class SubmitChunkHandler implements RequestHandler<LoadBucketEvent, SubmitChunkHandler.Submitted> {
    private final LoadSites sites;

    public SubmitChunkHandler() {
        this(AwsLoadSites.standard());
    }

    SubmitChunkHandler(LoadSites sites) {
        this.sites = sites;
    }

    /// Whether a chunk is with the target; if not, the load bucket is done.
    public record Submitted(boolean sent) {}

    @Override
    public Submitted handleRequest(LoadBucketEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            Submission submission = new SubmitChunk(site.work(), site.jobs(), site.tallies(), site.limits())
                    .submit(site.phase(event.phase()), event.loadBucket(), site.loaders(event.phase()));
            return new Submitted(submission instanceof Submission.Sent);
        });
    }
}
