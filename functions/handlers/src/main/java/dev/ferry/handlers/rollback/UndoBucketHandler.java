package dev.ferry.handlers.rollback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.UndoBucket;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/// Undoes what the run wrote of one object in one bucket, as much as one call has time for.
public final class UndoBucketHandler implements RequestHandler<RollbackEvent, UndoBucketHandler.Progress> {
    // Leaves time for the batch that is on its way.
    private static final Duration STEP = Duration.ofMinutes(8);

    private final LoadSites sites;
    private final Clock clock;

    public UndoBucketHandler() {
        this(AwsLoadSites.standard(), Clock.systemUTC());
    }

    UndoBucketHandler(LoadSites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /// Whether the bucket is done; if not, the step is called again.
    public record Progress(boolean done) {}

    @Override
    public Progress handleRequest(RollbackEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            UndoBucket.Progress progress = new UndoBucket(site.work(), site.undoLedger(), site.undoer(), clock)
                    .undo(new UndoBucket.Share(
                            event.rollback(),
                            site.json().read(event.rollback().plan(), RollbackPlan.class),
                            new ObjectName(Objects.requireNonNull(event.object(), "object")),
                            new Bucket(Objects.requireNonNull(event.bucket(), "bucket")),
                            clock.instant().plus(STEP)));
            site.report(event.phase(), progress.undone(), progress.kept());
            return new Progress(progress.done());
        });
    }
}
