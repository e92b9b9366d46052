package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.core.load.ReadShare;
import dev.ferry.core.load.TargetReader;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;
import java.util.List;
import java.util.stream.IntStream;

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
    ///
    /// @param shares the numbers of the shares in which it is collected
    public record Opened(String readJob, List<Integer> shares) {}

    @Override
    public Opened handleRequest(PhaseEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            TargetReader reader = site.reader();
            int shares = ReadShare.countOf(site.buckets(), reader.bucketsAShare());
            return new Opened(
                    reader.open(site.compiled(event.phase()).object()).id(),
                    IntStream.range(0, shares).boxed().toList());
        });
    }
}
