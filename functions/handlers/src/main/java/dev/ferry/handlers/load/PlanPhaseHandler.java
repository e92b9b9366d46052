package dev.ferry.handlers.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.ferry.handlers.invocation.Invocation;
import dev.ferry.handlers.report.PhaseTimes;
import dev.ferry.handlers.target.AwsLoadSites;
import dev.ferry.handlers.target.LoadSite;
import dev.ferry.handlers.target.LoadSites;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Writes the work lists of a phase: the buckets to stage and the load buckets to load.
public final class PlanPhaseHandler implements RequestHandler<PhaseEvent, PlanPhaseHandler.Plan> {
    private final LoadSites sites;
    private final Clock clock;

    public PlanPhaseHandler() {
        this(AwsLoadSites.standard(), Clock.systemUTC());
    }

    PlanPhaseHandler(LoadSites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /// Where the work lists are.
    ///
    /// @param pollSeconds how long to wait between looks at a running job
    public record Plan(String stageManifestKey, String loadManifestKey, int pollSeconds) {}

    private static List<Map<String, Integer>> numbered(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Map.of(name, number))
                .toList();
    }

    @Override
    public Plan handleRequest(PhaseEvent event, Context context) {
        return Invocation.of(context, event.run(), event.phase(), () -> {
            LoadSite site = sites.open(event.run());
            String phase = event.phase();
            new PhaseTimes(site.work(), site.files(), clock).start(phase);
            Plan plan =
                    new Plan(site.files().stageManifest(phase), site.files().loadManifest(phase), site.pollSeconds());
            site.json()
                    .write(
                            plan.stageManifestKey(),
                            numbered("bucket", site.buckets().value()));
            site.json().write(plan.loadManifestKey(), numbered("loadBucket", site.loadBuckets()));
            return plan;
        });
    }
}
