package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Chance;
import dev.ferry.local.simulation.VirtualClock;

/// The running tenant's name, keys, chance, time and knobs.
///
/// *Threading*: safe for concurrent use.
public final class Tenant {
    private final String company;
    private final Credentials credentials;
    private final Chance chance;
    private final VirtualClock clock;
    private volatile Knobs knobs;

    /// @param company the short name, as the feeds' `company_marker` has it
    public Tenant(String company, Credentials credentials, Chance chance, VirtualClock clock, Knobs knobs) {
        this.company = company;
        this.credentials = credentials;
        this.chance = chance;
        this.clock = clock;
        this.knobs = knobs;
    }

    /// The short name.
    public String company() {
        return company;
    }

    /// Who may call.
    public Credentials credentials() {
        return credentials;
    }

    /// Its chance.
    public Chance chance() {
        return chance;
    }

    /// Its time.
    public VirtualClock clock() {
        return clock;
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
