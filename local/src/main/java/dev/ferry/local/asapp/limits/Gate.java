package dev.ferry.local.asapp.limits;

import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.calls.Verdict;
import dev.ferry.local.asapp.tenant.ApiKey;
import dev.ferry.local.asapp.tenant.LimitRules;
import dev.ferry.local.asapp.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The door that every API request passes: revoked keys, spike arrest, the day's limit.
///
/// A request that the day has no room for answers 429 like one that the second has no room for; a client cannot
/// tell them apart. Who goes on all the same loses the key, until an operator gives it back.
///
/// *Threading*: safe for concurrent use; requests are decided on one after the other, in the order of their arrival
/// times.
public final class Gate {
    static final long SECOND = 1_000_000_000;

    private final Tenant tenant;
    private final Consumer<String> onRevocation;
    private final Set<String> revoked = new TreeSet<>();
    private final Map<String, SpikeArrest> arrests = new HashMap<>();
    private final Map<ProviderDay, DayUse> days = new HashMap<>();
    private LimitRules.SpikeArrest kind = LimitRules.SpikeArrest.SMOOTHED;
    private long lastArrival = Long.MIN_VALUE;

    /// A day, which begins at the reset, of those who share a limit.
    private record ProviderDay(String sharers, LocalDate date) {}

    /// @param onRevocation told of every key that is revoked here
    public Gate(Tenant tenant, Consumer<String> onRevocation) {
        this.tenant = tenant;
        this.onRevocation = onRevocation;
    }

    /// Decides on a request that arrives now.
    public synchronized Admission admit(ApiKey key) {
        long nanos = arrival();
        LimitRules rules = tenant.knobs().limits();
        if (revoked.contains(key.id())) {
            return new Admission(nanos, Verdict.REVOKED, false);
        }
        String sharers = sharers(key, rules);
        DayUse day = day(sharers, tenant.clock().at(nanos), rules);
        if (day.used() >= rules.dailyLimit()) {
            return exhausted(key, nanos, day, rules);
        }
        boolean passes = arrest(sharers, rules).admits(nanos, rules);
        boolean counted = passes || rules.refusedCallsCount();
        if (counted) {
            day.count();
        }
        return new Admission(nanos, passes ? Verdict.ADMITTED : Verdict.SPIKE_ARREST, counted);
    }

    /// A request that needs no key, or has none that is known.
    public synchronized Admission note(Verdict verdict) {
        return new Admission(arrival(), verdict, false);
    }

    /// A download, which counts when the rules say so.
    public synchronized Admission download() {
        long nanos = arrival();
        LimitRules rules = tenant.knobs().limits();
        if (rules.downloadsCount()) {
            countForAll(tenant.clock().at(nanos), rules);
        }
        return new Admission(nanos, Verdict.DOWNLOAD, rules.downloadsCount());
    }

    /// Takes up what an earlier start counted.
    public synchronized void replay(CallRecord call) {
        LimitRules rules = tenant.knobs().limits();
        lastArrival = Math.max(lastArrival, call.arrivalNanos());
        if (call.verdict() == Verdict.DOWNLOAD) {
            if (call.counted()) {
                countForAll(call.tenantTime(), rules);
            }
            return;
        }
        tenant.credentials().keys().stream()
                .filter(key -> key.id().equals(call.key()))
                .findFirst()
                .ifPresent(key -> {
                    DayUse day = day(sharers(key, rules), call.tenantTime(), rules);
                    if (call.counted()) {
                        day.count();
                    } else if (call.verdict() == Verdict.DAY_EXHAUSTED) {
                        day.countFurther(key.id());
                    }
                });
    }

    /// Refuses a key from now on.
    public synchronized void revoke(String keyId) {
        revoked.add(keyId);
    }

    /// Accepts a key again, as an operator does.
    public synchronized void reset(String keyId) {
        revoked.remove(keyId);
        days.values().forEach(day -> day.forgive(keyId));
    }

    /// The keys that are refused.
    public synchronized Set<String> revoked() {
        return Set.copyOf(revoked);
    }

    // A presigned URL does not tell whose it is.
    private void countForAll(Instant moment, LimitRules rules) {
        tenant.credentials().keys().stream()
                .map(key -> sharers(key, rules))
                .distinct()
                .forEach(sharers -> day(sharers, moment, rules).count());
    }

    private Admission exhausted(ApiKey key, long nanos, DayUse day, LimitRules rules) {
        long further = day.countFurther(key.id());
        if (rules.revokeAfter() > 0 && further > rules.revokeAfter()) {
            revoked.add(key.id());
            onRevocation.accept(key.id());
            return new Admission(nanos, Verdict.REVOKED, false);
        }
        return new Admission(nanos, Verdict.DAY_EXHAUSTED, false);
    }

    // Arrivals differ by at least a nanosecond, so their order is that of the decisions.
    private long arrival() {
        lastArrival = Math.max(lastArrival + 1, tenant.clock().realNanos());
        return lastArrival;
    }

    private SpikeArrest arrest(String sharers, LimitRules rules) {
        if (kind != rules.spikeArrest()) {
            kind = rules.spikeArrest();
            arrests.clear();
        }
        return arrests.computeIfAbsent(sharers, name -> SpikeArrest.of(kind));
    }

    private DayUse day(String sharers, Instant moment, LimitRules rules) {
        LocalDate date = moment.minusNanos(rules.dailyResetAt().toNanoOfDay())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        return days.computeIfAbsent(new ProviderDay(sharers, date), day -> new DayUse());
    }

    private static String sharers(ApiKey key, LimitRules rules) {
        return switch (rules.limitScope()) {
            case COMPANY -> "company";
            case APP -> "app " + key.app();
            case KEY -> "key " + key.id();
        };
    }
}
