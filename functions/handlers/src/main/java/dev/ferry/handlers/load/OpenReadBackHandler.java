package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;

/// Starts to read a phase back from the target.
public final class OpenReadBackHandler implements RequestHandler<PhaseEvent, OpenReadBackHandler.Opened> {
    private final LoadSites sites;

    public OpenReadBackHandler() {
        this(AwsLoadSites.standard());
    }

    OpenReadBackHandler(LoadSites sites) {
        this.sites = sites;
    }

    /// The reading that was started.
    public record Opened(String readJob) {}

    @Override
    public Opened handleRequest(PhaseEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            return new Opened(
                    site.reader().open(site.compiled(event.phase()).object()).id());
        });
    }
}
