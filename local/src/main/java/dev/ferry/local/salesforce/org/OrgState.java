package dev.ferry.local.salesforce.org;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/// The running org's time, chance, rules and faults.
///
/// *Threading*: safe for concurrent use. With one seed and one order of requests the chances fall alike.
public final class OrgState {
    private final Clock clock;
    private final SplittableRandom chance;
    private final Permissions permissions;
    private final OrgRules rules;
    private volatile Faults faults;

    public OrgState(Clock clock, long seed, Permissions permissions, OrgRules rules, Faults faults) {
        this.clock = clock;
        this.chance = new SplittableRandom(seed);
        this.permissions = permissions;
        this.rules = rules;
        this.faults = faults;
    }

    /// The org's time, ahead of the real one by the fault `virtualClock`.
    public Instant now() {
        return clock.instant().plus(Duration.parse(faults.virtualClock()));
    }

    /// The loading user's permissions.
    public Permissions permissions() {
        return permissions;
    }

    /// The data model rules in force.
    public OrgRules rules() {
        return rules;
    }

    /// The faults in force.
    public Faults faults() {
        return faults;
    }

    /// Changes the faults.
    public void faults(Faults changed) {
        Duration.parse(changed.virtualClock());
        this.faults = changed;
    }

    /// Whether something of that probability happens now.
    public boolean strikes(double probability) {
        if (probability <= 0) {
            return false;
        }
        synchronized (chance) {
            return chance.nextDouble() < probability;
        }
    }

    /// Takes one of a counted fault, if any is left.
    public synchronized boolean takeDroppedPut() {
        int left = faults.dropConnectionOnPut();
        if (left > 0) {
            faults = faults.with(java.util.Map.of("dropConnectionOnPut", left - 1));
        }
        return left > 0;
    }
}
