package dev.ferry.local.asapp.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.calls.Verdict;
import dev.ferry.local.asapp.tenant.ApiKey;
import dev.ferry.local.asapp.tenant.Credentials;
import dev.ferry.local.asapp.tenant.Knobs;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.simulation.Chance;
import dev.ferry.local.simulation.VirtualClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final ApiKey FIRST = new ApiKey("first", "s", "one");
    private static final ApiKey SECOND = new ApiKey("second", "s", "one");
    private static final ApiKey THIRD = new ApiKey("third", "s", "two");

    private final AtomicLong ticker = new AtomicLong();
    private final List<String> revoked = new ArrayList<>();

    @Test
    void sharesTheDayByCompanyAppOrKey() {
        assertThat(verdicts("COMPANY")).containsExactly(Verdict.ADMITTED, Verdict.DAY_EXHAUSTED, Verdict.DAY_EXHAUSTED);
        assertThat(verdicts("APP")).containsExactly(Verdict.ADMITTED, Verdict.DAY_EXHAUSTED, Verdict.ADMITTED);
        assertThat(verdicts("KEY")).containsExactly(Verdict.ADMITTED, Verdict.ADMITTED, Verdict.ADMITTED);
    }

    @Test
    void countsWhatTheSpikeArrestRefusesUnlessToldOtherwise() {
        Gate strict = gate(Map.of("spikeBurst", "1", "dailyLimit", "3"));
        assertThat(List.of(strict.admit(FIRST), strict.admit(FIRST), strict.admit(FIRST), strict.admit(FIRST)))
                .extracting(Admission::verdict)
                .containsExactly(Verdict.ADMITTED, Verdict.SPIKE_ARREST, Verdict.SPIKE_ARREST, Verdict.DAY_EXHAUSTED);
        Gate lenient = gate(Map.of("spikeBurst", "1", "dailyLimit", "3", "refusedCallsCount", "false"));
        assertThat(List.of(lenient.admit(FIRST), lenient.admit(FIRST), lenient.admit(FIRST), lenient.admit(FIRST)))
                .extracting(Admission::verdict)
                .containsExactly(Verdict.ADMITTED, Verdict.SPIKE_ARREST, Verdict.SPIKE_ARREST, Verdict.SPIKE_ARREST);
    }

    @Test
    void revokesOnlyTheKeyThatGoesOn() {
        Gate gate = gate(Map.of("dailyLimit", "0", "revokeAfter", "1"));
        assertThat(gate.admit(FIRST).verdict()).isEqualTo(Verdict.DAY_EXHAUSTED);
        assertThat(gate.admit(FIRST).verdict()).isEqualTo(Verdict.REVOKED);
        assertThat(gate.admit(SECOND).verdict()).isEqualTo(Verdict.DAY_EXHAUSTED);
        assertThat(revoked).containsExactly("first");
        gate.reset("first");
        assertThat(gate.admit(FIRST).verdict()).isEqualTo(Verdict.DAY_EXHAUSTED);
    }

    @Test
    void countsDownloadsWhenToldAndKnowsThemAgain() {
        Map<String, String> knobs = Map.of("dailyLimit", "1", "downloadsCount", "true");
        Gate gate = gate(knobs);
        assertThat(gate.download().counted()).isTrue();
        assertThat(gate.admit(FIRST).verdict()).isEqualTo(Verdict.DAY_EXHAUSTED);
        Gate restarted = gate(knobs);
        restarted.replay(new CallRecord(
                1, 1, Instant.parse("2026-03-05T12:00:00Z"), "", "GET", "/acme/x", 200, Verdict.DOWNLOAD, true));
        assertThat(restarted.admit(FIRST).verdict()).isEqualTo(Verdict.DAY_EXHAUSTED);
        assertThat(gate(Map.of("dailyLimit", "1")).download().counted()).isFalse();
    }

    @Test
    void givesEveryArrivalATimeOfItsOwn() {
        Gate gate = gate(Map.of());
        assertThat(gate.admit(FIRST).arrivalNanos())
                .isLessThan(gate.admit(FIRST).arrivalNanos());
    }

    private List<Verdict> verdicts(String scope) {
        Gate gate = gate(Map.of("limitScope", scope, "dailyLimit", "1"));
        return List.of(
                gate.admit(FIRST).verdict(),
                gate.admit(SECOND).verdict(),
                gate.admit(THIRD).verdict());
    }

    private Gate gate(Map<String, String> knobs) {
        Knobs all = Knobs.faithful().withTexts(knobs);
        Clock clock = Clock.fixed(Instant.parse("2026-03-05T12:00:00Z"), ZoneOffset.UTC);
        return new Gate(
                new Tenant(
                        "acme",
                        new Credentials(List.of(FIRST, SECOND, THIRD)),
                        new Chance(1, () -> new UUID(0, 0)),
                        new VirtualClock(clock, ticker::get, all.time()),
                        all),
                revoked::add);
    }
}
