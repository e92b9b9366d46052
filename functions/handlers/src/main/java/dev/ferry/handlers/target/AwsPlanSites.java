package dev.ferry.handlers.target;

import dev.ferry.core.load.PlanPhase;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sites of plans on AWS. The latest one is kept for some minutes, as [AwsLoadSites] does.
///
/// *Threading*: safe for concurrent use.
public final class AwsPlanSites implements PlanSites {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final AwsRuns runs;
    private final AwsTargets targets;
    private final Clock clock;
    private final AtomicReference<@Nullable Kept> latest = new AtomicReference<>();

    private AwsPlanSites(AwsRuns runs, Clock clock) {
        this.runs = runs;
        this.targets = new AwsTargets(runs, clock);
        this.clock = clock;
    }

    private record Kept(RunRef run, String phase, RunPorts ports, LoadSite site, Instant until) {
        boolean is(RunRef wanted, String of, Instant now) {
            return run.equals(wanted) && phase.equals(of) && now.isBefore(until);
        }
    }

    /// Sites on the clients that the environment describes.
    public static AwsPlanSites standard() {
        return new AwsPlanSites(AwsRuns.standard(), Clock.systemUTC());
    }

    @Override
    public LoadSite open(RunRef run, String phase) {
        Kept kept = latest.get();
        if (kept != null && kept.is(run, phase, clock.instant())) {
            kept.ports().takeBill();
            return kept.site();
        }
        RunPorts ports = runs.open(run).planned(PlanPhase.nameOf(phase));
        LoadSite site = new CheckedTarget(ports).site(targets.connect(ports));
        latest.set(new Kept(run, phase, ports, site, clock.instant().plus(KEPT)));
        return site;
    }
}
