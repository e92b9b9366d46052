package dev.ferry.handlers.target;

import dev.ferry.core.load.Target;
import dev.ferry.core.run.RunRef;
import dev.ferry.handlers.run.AwsRuns;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.Runs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sites on AWS. The latest one is kept for some minutes, so that a function neither signs in nor compiles for each
/// event.
///
/// *Threading*: safe for concurrent use.
public final class AwsLoadSites implements LoadSites {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Runs runs;
    private final Targets targets;
    private final Clock clock;
    private final AtomicReference<@Nullable Kept> latest = new AtomicReference<>();

    AwsLoadSites(Runs runs, Targets targets, Clock clock) {
        this.runs = runs;
        this.targets = targets;
        this.clock = clock;
    }

    private record Kept(RunRef run, RunPorts ports, LoadSite site, Instant until) {}

    /// Sites on the clients that the environment describes.
    public static AwsLoadSites standard() {
        AwsRuns runs = AwsRuns.standard();
        Clock clock = Clock.systemUTC();
        return new AwsLoadSites(runs, new AwsTargets(runs, clock), clock);
    }

    @Override
    public LoadSite open(RunRef run) {
        Kept kept = latest.get();
        if (kept != null && kept.run().equals(run) && clock.instant().isBefore(kept.until())) {
            kept.ports().takeBill();
            return kept.site();
        }
        RunPorts ports = runs.open(run);
        Target target = targets.connect(ports);
        LoadSite site = new CheckedTarget(ports).site(target);
        latest.set(new Kept(run, ports, site, clock.instant().plus(KEPT)));
        return site;
    }
}
