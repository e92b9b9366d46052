package dev.ferry.local.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.journal.Facts;
import java.time.Duration;
import java.time.Instant;

/// Shows and sets a provider's time, and keeps the setting over a restart.
///
/// *Threading*: safe for concurrent use.
public final class ClockControl {
    /// The kind of fact that keeps the setting.
    public static final String FACT = "clock";

    private final VirtualClock clock;
    private final Facts facts;

    public ClockControl(VirtualClock clock, Facts facts) {
        this.clock = clock;
        this.facts = facts;
    }

    /// Takes up the setting of an earlier start.
    public static void replay(JsonNode fact, VirtualClock clock) {
        clock.resume(new VirtualClock.Setting(
                Instant.parse(fact.path("base").textValue()),
                fact.path("setAtNanos").longValue(),
                fact.path("speed").doubleValue()));
    }

    /// Writes the present setting down.
    public void keep() {
        VirtualClock.Setting setting = clock.setting();
        facts.record(Facts.fact(FACT)
                .put("base", setting.base().toString())
                .put("setAtNanos", setting.setAtNanos())
                .put("speed", setting.speed()));
    }

    /// Sets the time with any of `now`, `advance` (ISO 8601) and `speed`. *Errors*: `IllegalArgumentException` or
    /// `DateTimeException` for what they cannot be.
    public synchronized void set(JsonNode wanted) {
        Instant base = wanted.path("now").isTextual()
                ? Instant.parse(wanted.path("now").textValue())
                : clock.now();
        Duration advance = wanted.path("advance").isTextual()
                ? Duration.parse(wanted.path("advance").textValue())
                : Duration.ZERO;
        clock.set(
                base.plus(advance),
                wanted.path("speed").asDouble(clock.setting().speed()));
        keep();
    }

    /// What it shows. *Shape*: `{"now":"2026-11-01T02:30:00Z","speed":1.0}`.
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("now", clock.now().toString())
                .put("speed", clock.setting().speed());
    }
}
