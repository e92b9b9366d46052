package dev.ferry.local.intercom.workspace;

import dev.ferry.local.simulation.Chance;
import dev.ferry.local.simulation.VirtualClock;
import java.util.List;
import java.util.Optional;

/// The running workspace's name, apps, chance, time and knobs.
///
/// *Threading*: safe for concurrent use.
public final class Workspace {
    private final Identity identity;
    private final List<App> apps;
    private final Chance chance;
    private final VirtualClock clock;
    private volatile Knobs knobs;

    public Workspace(Identity identity, List<App> apps, Chance chance, VirtualClock clock, Knobs knobs) {
        this.identity = identity;
        this.apps = List.copyOf(apps);
        this.chance = chance;
        this.clock = clock;
        this.knobs = knobs;
    }

    /// What it is called.
    public Identity identity() {
        return identity;
    }

    /// The app of a token.
    public Optional<App> app(String token) {
        return apps.stream().filter(app -> app.token().equals(token)).findFirst();
    }

    /// Its chance.
    public Chance chance() {
        return chance;
    }

    /// Its time.
    public VirtualClock clock() {
        return clock;
    }

    /// Its time as the API writes it. *Units*: seconds since 1970.
    public long seconds() {
        return clock.now().getEpochSecond();
    }

    /// Its time for what lags behind. *Units*: milliseconds since 1970.
    public long millis() {
        return clock.now().toEpochMilli();
    }

    /// The knobs in force.
    public Knobs knobs() {
        return knobs;
    }

    /// Changes the knobs.
    public void knobs(Knobs changed) {
        this.knobs = changed;
    }
}
